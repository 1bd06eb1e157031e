package import HeguiPack
package import HeguiReview

/// What a saved review says of one subject by one rule, without the rest of the outcome.
package struct SavedVerdict: Hashable, Sendable {
    package var rule: String
    package var subject: SavedOutcome.Subject
    package var outcome: Verdict
    package var level: Level
    package var isExplained: Bool

    /// Whether it is a violation that nobody has explained.
    package var isOpen: Bool { outcome == .violated && !isExplained }

    /// Whether it is something that has to be looked at.
    var isWorthTelling: Bool { outcome != .met && outcome != .notApplicable }
}

extension SavedVerdict {
    /// Reads an outcome's verdict; nil where something of it is missing or not what it should be.
    init?(_ text: JSONText, at range: Range<Int>) {
        var rule, outcome, level: String?
        var subject: SavedOutcome.Subject?
        var isExplained = false
        let isObject = text.forEachMember(of: range) { key, value in
            switch key {
            case "rule": rule = text.string(at: value)
            case "outcome": outcome = text.string(at: value)
            case "level": level = text.string(at: value)
            case "subject": subject = SavedOutcome.Subject(text, at: value)
            case "explanation": isExplained = !text.isNull(value)
            default: return
            }
        }
        guard isObject, let rule, let subject, let verdict = outcome.flatMap(Verdict.init),
            let level = level.flatMap(Level.init)
        else { return nil }
        self.init(
            rule: rule, subject: subject, outcome: verdict, level: level, isExplained: isExplained)
    }
}

extension SavedOutcome.Subject {
    fileprivate init?(_ text: JSONText, at range: Range<Int>) {
        var type, id, name, identity: String?
        var (groupID, groupName): (String?, String?) = (nil, nil)
        let isObject = text.forEachMember(of: range) { key, value in
            switch key {
            case "type": type = text.string(at: value)
            case "id": id = text.string(at: value)
            case "name": name = text.string(at: value)
            case "group_id": groupID = text.string(at: value)
            case "group_name": groupName = text.string(at: value)
            case "identity": identity = text.string(at: value)
            default: return
            }
        }
        guard isObject, let type, let id, let name else { return nil }
        self.init(
            type: type, id: id, name: name, groupId: groupID, groupName: groupName,
            identity: identity)
    }
}
