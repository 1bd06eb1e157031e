package import HeguiDiagnostics
package import HeguiPack
internal import HeguiSheets
internal import HeguiYAML

/// A YAML text of waivers to which one can be added while all else stays as it was written.
package struct WaiverFile: Sendable {
    /// Why a waiver cannot be added.
    package struct Refusal: Error {
        package let diagnostics: [Diagnostic]

        package init(diagnostics: [Diagnostic]) {
            self.diagnostics = diagnostics
        }
    }

    /// The waivers that the text holds.
    package let waivers: [Waiver]
    private let source: SourceText
    private let pack: Pack
    private let root: Node?
    private let explanations: [Explanation]

    /// Reads a text that is empty, holds only comments, or has waivers or explanations.
    ///
    /// - Throws: `Refusal` for a text with mistakes, or one that is something else.
    package init(_ source: SourceText, pack: Pack) throws(Refusal) {
        self.source = source
        self.pack = pack
        var drafts = DraftTables(pack, trust: .all)
        if Self.isBlank(source) {
            root = nil
        } else {
            root = YAML.parse(source).root
            if let reason = StatementDocument(source: source).read(into: &drafts),
                drafts.diagnostics.isEmpty
            {
                throw Refusal(diagnostics: [.notAWaiverFile(source.name, reason)])
            }
        }
        guard drafts.diagnostics.isEmpty else { throw Refusal(diagnostics: drafts.diagnostics) }
        waivers = drafts.waivers
        explanations = drafts.explanations
    }

    /// Returns the text with `waiver` as the last of its waivers.
    ///
    /// Only an insertion is made; the result is read again and must hold what it held and the
    /// waiver.
    ///
    /// - Throws: `Refusal` for a waiver that lacks something (I0301, I0305), or where the text is
    ///   written in a way that nothing can be inserted into (I0307), with the entry to add by hand.
    package func adding(_ waiver: Waiver) throws(Refusal) -> [UInt8] {
        let place = WaiverPlace(source: source, root: root)
        let entry = WaiverEntryText(waiver)
        guard let insertion = place?.insertion(of: entry) else { throw refusal(entry) }
        let expected = try read(waiver)
        var bytes = source.bytes
        bytes.insert(contentsOf: Array(insertion.text.utf8), at: insertion.offset)
        let result = try? WaiverFile(SourceText(name: source.name, bytes: bytes), pack: pack)
        guard let result, result.explanations.map(\.content) == explanations.map(\.content),
            result.waivers.map(\.content) == (waivers + [expected]).map(\.content)
        else { throw refusal(entry) }
        return bytes
    }

    /// Returns the waiver as it will be read back.
    private func read(_ waiver: Waiver) throws(Refusal) -> Waiver {
        let texts = [
            "rule": waiver.rule, "subject": waiver.subject, "reason": waiver.reason,
            "approver": waiver.approver, "document": waiver.document ?? "", "day": "\(waiver.day)",
            "expires": "\(waiver.expires)",
        ]
        let cells = texts.mapValues { RawCell(column: 1, text: $0) }
        var drafts = DraftTables(pack, trust: .all)
        _ = StatementDraft(cells, location: waiver.location, places: [:])
            .add(as: .waivers, to: &drafts)
        guard let read = drafts.waivers.first else {
            throw Refusal(diagnostics: drafts.diagnostics)
        }
        return read
    }

    /// Whether there is nothing but comments.
    private static func isBlank(_ source: SourceText) -> Bool {
        (1...source.lineStarts.count).allSatisfy { number in
            let text = source.lineText(number)?.drop(while: \.isWhitespace) ?? ""
            return text.isEmpty || text.first == "#"
        }
    }

    private func refusal(_ entry: WaiverEntryText) -> Refusal {
        Refusal(diagnostics: [.waiverNotInsertable(source.name, entry: entry.flow)])
    }
}

extension Waiver {
    /// What it says, wherever it stands.
    fileprivate var content: [String] {
        [rule, subject, reason, approver, document ?? "", "\(day)", "\(expires)"]
    }
}

extension Explanation {
    fileprivate var content: [String] { [rule, subject, text, author, "\(day)"] }
}
