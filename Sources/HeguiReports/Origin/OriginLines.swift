import HeguiCalendar
import HeguiDiagnostics
import HeguiDigests
import HeguiPack
package import HeguiReview
import HeguiTables

/// Says what a review follows from in few lines, for reports that people read.
package struct OriginLines {
    let review: Review
    let provenance: Provenance
    let say: Speaker

    package init(_ review: Review, provenance: Provenance, say: Speaker) {
        self.review = review
        self.provenance = provenance
        self.say = say
    }

    /// What each line is about, and the line: pack, calendar, material, file of options and engine.
    var lines: [(title: DataText, text: DataText)] {
        let lines: [(title: DataText, text: DataText)] = [
            (say("规则包", "rule pack"), pack),
            (say("工作日历", "calendar"), calendar),
            (say("材料", "drop"), material),
            (say("配置文件", "configuration"), configuration),
            (say("引擎", "engine"), "hegui \(provenance.engineVersion)"),
        ]
        return lines.filter { !$0.text.isEmpty }
    }

    /// What was asked for beside the day: parameters that were set, the selection, what is unmasked.
    var settings: [(title: DataText, text: DataText)] {
        let header = HeaderLines(review: review, say: say)
        var settings = review.pack.parameters
            .filter { review.pack.overrides.contains($0.name) }
            .map { (title: say("参数", "parameter"), text: header.override($0)) }
        let comma = say("、", ", ")
        let only = provenance.only.map { DataText($0) }.joined(separator: comma)
        let revealed = review.pack.revealed.map { "\($0)" as DataText }.joined(separator: comma)
        let excluded = provenance.excluded.map { DataText($0) }.joined(separator: comma)
        let preferred = provenance.preferred.map { DataText($0) }.joined(separator: comma)
        let waivers = provenance.waivers.map { DataText($0) }.joined(separator: comma)
        settings += [
            (say("仅限", "only"), only), (say("未遮盖", "unmasked"), revealed),
            (say("以此版本为准", "preferred"), preferred), (say("豁免文件", "waivers"), waivers),
            (say("不读", "excluded"), excluded),
        ]
        return settings.filter { !$0.text.isEmpty }
    }

    /// The lines in one. What was asked for is left out, since it may name people.
    var line: DataText { joined(lines) }

    /// The day, the lines and the settings in one.
    package var lineWithDay: DataText {
        joined([(say("截至", "as of"), "\(review.asOf)")] + lines + settings)
    }

    /// The lines and the settings in one.
    var lineWithSettings: DataText { joined(lines + settings) }

    private func joined(_ entries: [(title: DataText, text: DataText)]) -> DataText {
        entries.map { "\($0.title) \($0.text)" as DataText }.joined(separator: say("；", "; "))
    }

    private var configuration: DataText { provenance.configuration.map { $0.words(say) } ?? "" }

    private var pack: DataText {
        "\(review.pack.id) \(review.pack.version)" + digest(provenance.packDigest)
    }

    private var calendar: DataText {
        let name = review.pack.calendarName
        return name.isEmpty ? "" : DataText(name) + digest(provenance.calendarDigest)
    }

    private var material: DataText {
        let opened = review.openedFiles.count
        let others = review.files.count - opened
        let files = say("\(opened) 个文件", "files: \(opened)")
        let unread =
            others == 0 ? "" : say("（另有 \(others) 个打不开）", " (not opened: \(others))")
        return files + unread + digest(review.materialDigest)
    }

    private func digest(_ digest: Digest?) -> DataText {
        digest.map { say("，SHA-256 \($0.hex)", ", SHA-256 \($0.hex)") } ?? ""
    }

}

extension Provenance.Configuration {
    func words(_ say: Speaker) -> DataText {
        say("\(file)，SHA-256 \(sha256)", "\(file), SHA-256 \(sha256)")
    }
}

extension Review {
    /// The files that could be opened, read or not.
    fileprivate var openedFiles: [FileAccount] {
        files.filter { $0.digest != nil || $0.notRead == nil }
    }

    /// The digest of the lines that `sha256sum` prints for the files that were opened, in the order
    /// of their paths' bytes; nil where there are none or the digest of one is not known.
    ///
    /// It stands for the files in reports that name none, since a file may be named after a person.
    var materialDigest: Digest? {
        let opened = openedFiles
        let lines = opened.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
            .compactMap { file in file.digest.map { "\($0.hex)  \(file.file)\n" } }
        guard !lines.isEmpty, lines.count == opened.count else { return nil }
        return Digest(of: lines.joined().utf8)
    }
}
