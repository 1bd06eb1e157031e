import FoundationEssentials
import HeguiDiagnostics
import HeguiEngine
import HeguiIntake
import HeguiPack
import HeguiSheets
import HeguiTables

extension RulePack {
    /// Returns `entry` as the last waiver of the YAML file at `path`, all else left as it is.
    ///
    /// With material, the subject must be in it, and the result says what the waiver would do.
    ///
    /// - Throws: `ReviewFailure` for an unknown rule or subject, a rule that cannot be waived, an
    ///   approver who may not, a waiver that is there already, days that cannot be, or a file that is
    ///   no file of waivers.
    public func adding(
        _ entry: WaiverEntry, toFile path: String, checkedWith material: WaiverAddition.Material?
    ) throws(ReviewFailure) -> WaiverAddition {
        try entry.check()
        let source = SourceText(name: path, bytes: try Self.bytes(ofFile: path))
        let waiver = entry.waiver(in: path)
        do throws(WaiverFile.Refusal) {
            let file = try WaiverFile(source, pack: pack)
            let found = remarks(on: waiver, among: file.waivers, material)
            // A waiver that does not count yet, or has nothing to cover yet, may be meant so.
            let codes = [EngineCode.statementTooEarly, .statementUnneeded].map(\.rawValue)
            let notices = found.filter { codes.contains($0.code) }
            let obstacles = found.filter { !notices.contains($0) }
            guard obstacles.isEmpty else { throw WaiverFile.Refusal(diagnostics: obstacles) }
            return WaiverAddition(
                path: path, original: source.bytes, content: try file.adding(waiver),
                notices: notices)
        } catch {
            throw ReviewFailure(error.diagnostics, texts: [path: source])
        }
    }

    private func remarks(
        on waiver: Waiver, among others: [Waiver], _ material: WaiverAddition.Material?
    ) -> [Diagnostic] {
        let own = StatementCheck.diagnostics(
            waivers: others + [waiver], explanations: [], pack: pack, asOf: material?.asOf
        ).filter { $0.location == waiver.location }
        guard let material, own.isEmpty else { return own }
        let listing = DropListing(of: material.drop.selection)
        let tables = Intake(pack, named: namedWaivers(of: listing)).read(listing)
        let effect = StatementCheck.effect(
            of: waiver, tables: tables, pack: pack, asOf: material.asOf)
        switch effect {
        case .nothing(let diagnostic): return [diagnostic]
        case .covers(let id, let name):
            // The same subject may be written by its key there and by its name here, and the pack may
            // keep waivers of its own.
            var written = waiver
            let first = (others + tables.waivers).first { other in
                written.subject = other.subject
                return [id, name].contains(other.subject) && other.repeats(written)
            }
            return first.map { [.waiverRepeated(waiver, first: $0)] } ?? []
        case nil: return []
        }
    }

    /// The bytes of a file; none where there is no file.
    static func bytes(ofFile path: String) throws(ReviewFailure) -> [UInt8] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw ReviewFailure(
                .unreadable(path),
                help: Message(zh: "请检查读取权限", en: "check the permission to read"))
        }
    }
}

extension WaiverEntry {
    /// - Throws: `ReviewFailure` where something is empty or the days are in the wrong order.
    fileprivate func check() throws(ReviewFailure) {
        let fields = [
            ("rule", rule), ("subject", subject), ("reason", reason), ("approver", approver),
        ]
        for (name, text) in fields where text.allSatisfy(\.isWhitespace) {
            throw ReviewFailure(Message(zh: "--\(name) 是空的", en: "--\(name) is empty"))
        }
        guard day <= expires else {
            throw ReviewFailure(
                Message(
                    zh: "有效期至 \(expires) 早于批准日期 \(day)",
                    en: "the last day \(expires) lies before the first, \(day)"))
        }
    }
}
