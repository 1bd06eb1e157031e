package import HeguiCalendar
import HeguiPack
import HeguiReview

/// Writes a bulletin as a public document (GB/T 9704—2012): issuer, number, recipients, text, the
/// place for the signature; tables as annexes behind it.
///
/// What it follows from stands in the properties of the file, not in the text.
package struct BulletinDOCX: Sendable {
    private let bulletin: Bulletin
    private let issuer: DataText
    private let number: String?
    private let recipients: String?
    private let day: Day?

    private var say: Speaker { bulletin.say }

    /// Takes what stands round the bulletin; what is not given is left blank, and the issuer is that
    /// of the policy.
    package init(
        _ bulletin: Bulletin, issuer: String? = nil, number: String? = nil,
        recipients: String? = nil, day: Day? = nil
    ) {
        self.bulletin = bulletin
        self.issuer = DataText(issuer ?? bulletin.review.pack.document.issuer ?? "")
        self.number = number
        self.recipients = recipients
        self.day = day
    }

    /// - Throws: what keeps the file from being packed.
    package func write(to stream: inout ReportStream) throws {
        stream.write(packed: try document.bytes(stream.redaction))
    }

    var document: WordDocument {
        let origin = OriginLines(bulletin.review, provenance: bulletin.provenance, say: say)
        // By the first, a document that lies in a drop is known to be no material.
        let report: (DataText, DataText) = ("hegui.report", "bulletin")
        return WordDocument(
            title: bulletin.title, author: issuer, day: day ?? bulletin.review.asOf,
            properties: [report] + (origin.lines + origin.settings).map { ($0.title, $0.text) },
            blocks: blocks)
    }

    private var blocks: [WordBlock] {
        head + body + foot + BulletinAnnexes(bulletin).blocks
    }

    private var head: [WordBlock] {
        var blocks: [WordBlock] = []
        if !issuer.isEmpty { blocks.append(.paragraph(.issuer, issuer)) }
        let number = self.number.map { DataText($0) } ?? say("〔    〕  号", "No.        ")
        let recipients =
            self.recipients.map { DataText($0) } ?? say("各有关单位", "To all units concerned")
        blocks += [
            .paragraph(.number, number), .paragraph(.title, bulletin.title),
            .paragraph(.recipient, recipients + say("：", ":")),
        ]
        return blocks + bulletin.opening.map { .paragraph(.body, $0) }
    }

    private var body: [WordBlock] {
        var sections: [(title: DataText, blocks: [WordBlock])] = []
        let owed = bulletin.owed
        if !owed.isEmpty {
            sections.append(
                (
                    say("材料报送情况", "Material that is due"),
                    owed.map { .paragraph(.body, $0 + stop) }
                ))
        }
        if !bulletin.rankings.isEmpty {
            sections.append((say("有关比率", "Rates"), rates))
        }
        sections.append((say("待处理的事项", "What is outstanding"), open))
        let requests = bulletin.requests
        if !requests.isEmpty {
            sections.append(
                (
                    say("整改要求", "What units are asked to do"),
                    requests.enumerated().map { .paragraph(.body, "\($0 + 1). \($1)" + stop) }
                ))
        }
        return sections.enumerated().flatMap { index, section in
            [.paragraph(.heading, bulletin.heading(index + 1, section.title))] + section.blocks
        }
    }

    private var rates: [WordBlock] {
        bulletin.rankings.enumerated().flatMap { index, ranking -> [WordBlock] in
            let number = bulletin.subheading(index + 1, bulletin.metric(of: ranking))
            var lines = [bulletin.summary(of: ranking)]
            let below = bulletin.below(ranking)
            if !below.isEmpty {
                lines.append(list(say("低于要求的：", "Below the line: "), below))
            }
            let open = bulletin.open(ranking)
            if !open.isEmpty {
                lines.append(list(say("核实后才能判定的：", "To be verified first: "), open))
            }
            lines += [
                bulletin.small(of: ranking), MaterialWords(say: say).waiting(ranking.standing),
            ]
            .compactMap(\.self)
            return [.paragraph(.subheading, number)] + lines.map { .paragraph(.body, $0) }
        }
    }

    private var stop: DataText { say("。", ".") }

    private func list(_ title: DataText, _ items: [DataText]) -> DataText {
        title + items.joined(separator: say("；", "; ")) + stop
    }

    private var open: [WordBlock] {
        let lines =
            bulletin.rules.isEmpty
            ? [say("没有待处理的事项。", "Nothing is outstanding.")]
            : [bulletin.totalLine, bulletin.elsewhereLine, bulletin.smallNote].compactMap(\.self)
        return (lines + [bulletin.pendingLine].compactMap(\.self)).map { .paragraph(.body, $0) }
    }

    /// The list of annexes, the office and the day.
    private var foot: [WordBlock] {
        let titles = BulletinAnnexes(bulletin).titles
        var blocks: [WordBlock] = titles.enumerated().map { index, title in
            .paragraph(.body, say("附表\(index + 1)：", "Annex \(index + 1): ") + title)
        }
        // An empty line before who signs.
        blocks.append(.paragraph(.body, ""))
        let day = self.day.map { say.inWords($0) } ?? say("    年  月  日", "Date:            ")
        blocks += [.paragraph(.signature, issuer), .paragraph(.signature, day)]
        return blocks
    }
}
