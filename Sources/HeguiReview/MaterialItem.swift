package import HeguiCalendar
package import HeguiDiagnostics
package import HeguiPack

/// What became of an annex that somebody has to hand in.
package struct MaterialItem: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable {
        /// It came and was read.
        case received
        case notReceived = "not-received"
        /// A file or sheet is there that was not read, or only in part.
        case unread
        /// It came twice, and the two have something in common.
        case twoVersions = "two-versions"
    }

    /// The annex's id.
    package var annex: String
    package var annexTitle: LocalizedText
    /// What people call the annex in a sentence.
    package var annexName: LocalizedText
    package var clause: String?
    /// Who owes it; `type` is the singular of its dataset.
    package var owner: Outcome.Subject
    package var state: State
    /// The day by which it is due; nil: since the owner has to hand it in at all.
    package var due: Day?
    /// Whether there is still time.
    package var isPending: Bool
    package var level: Level
    /// The sheets and files that came; for what did not come, the owner's row.
    package var sources: [CellAddress]

    package init(
        annex: String, annexTitle: LocalizedText, annexName: LocalizedText, clause: String?,
        owner: Outcome.Subject, state: State, due: Day?, isPending: Bool, level: Level,
        sources: [CellAddress]
    ) {
        self.annex = annex
        self.annexTitle = annexTitle
        self.annexName = annexName
        self.clause = clause
        self.owner = owner
        self.state = state
        self.due = due
        self.isPending = isPending
        self.level = level
        self.sources = sources
    }

    /// Whether somebody has to do something about it now.
    package var isOpen: Bool {
        switch state {
        case .received: false
        case .notReceived: !isPending
        case .unread, .twoVersions: true
        }
    }

    /// Whether it was not simply received, so that lists of what is owed tell of it.
    package var isTold: Bool { state != .received }

    /// Whether it was read whole, so that what it does not say is not so.
    package var isWhole: Bool { state == .received || state == .twoVersions }

    /// What became of it, in a sentence.
    package var message: Message {
        let (zh, en) = (annexName.text(in: .chinese), annexName.text(in: .english))
        let by = due.map { Message(zh: "，应于\($0)（含）前报送", en: ", due by \($0)") }
        return switch state {
        case .received:
            Message(zh: "\(zh)已收到：\(owner.name)", en: "\(en) received: \(owner.name)")
        case .notReceived:
            Message(
                zh: "\(zh)未收到：\(owner.name)\(by?.zh ?? "")",
                en: "\(en) not received: \(owner.name)\(by?.en ?? "")")
        case .unread:
            Message(
                zh: "\(zh)已收到但未能（全部）读取：\(owner.name)",
                en: "\(en) could not be read, or not all of it: \(owner.name)")
        case .twoVersions:
            Message(zh: "\(zh)有两个版本：\(owner.name)", en: "two versions of \(en): \(owner.name)")
        }
    }
}
