package import FoundationEssentials

/// The parts of a saved review that are not what making it again gives, by the names of the members
/// at its top.
package struct PartDifferences: Sendable {
    /// In the order of the file.
    private(set) var altered: [String] = []
    /// Parts that the file has more than once.
    private(set) var repeated: [String] = []
    /// Whether only what stands between the parts differs.
    private(set) var isBetween = false

    /// Parts of which a comparison tells more than that they differ, or that say who wrote the file.
    private static let others: Set<String> = [
        "engine_version", "provenance", "outcomes", "standings", "data_findings",
    ]

    var isEmpty: Bool { altered.isEmpty && repeated.isEmpty && !isBetween }

    /// Compares two texts.
    ///
    /// Those of one version of the engine have to agree byte for byte. Of another version what is
    /// written has to be true; it may say more.
    ///
    /// - Complexity: linear in the texts.
    package init(of saved: Data, and rerun: Data, isSameEngine: Bool) {
        let (before, after) = (JSONText(content: saved), JSONText(content: rerun))
        guard let whole = before.whole, let other = after.whole,
            let members = after.members(of: other)
        else { return }
        repeated = before.repeatedMembers(of: whole)
        var names: Set<String> = []
        _ = before.forEachMember(of: whole) { name, range in
            guard names.insert(name).inserted, !repeated.contains(name) else { return }
            let bytes = saved[range]
            let isSame =
                if let found = members[name].map({ rerun[$0] }) {
                    isSameEngine
                        ? bytes == found
                        : Self.others.contains(name) || Self.isTrue(bytes, by: found)
                } else { false }
            if !isSame { altered.append(name) }
        }
        altered += members.keys.filter { isSameEngine && !names.contains($0) }.sorted()
        isBetween = isSameEngine && altered.isEmpty && repeated.isEmpty && saved != rerun
    }

    /// Whether `rerun` says all that `saved` says.
    private static func isTrue(_ saved: Data, by rerun: Data) -> Bool {
        if saved == rerun { return true }
        guard let said = try? JSONDecoder().decode(JSONValue.self, from: saved),
            let found = try? JSONDecoder().decode(JSONValue.self, from: rerun)
        else { return false }
        return said.isCovered(by: found)
    }
}

extension JSONValue {
    fileprivate func isCovered(by other: JSONValue) -> Bool {
        switch (self, other) {
        case (.object(let own), .object(let others)):
            own.allSatisfy { key, value in others[key].map(value.isCovered) ?? false }
        case (.list(let own), .list(let others)):
            own.count == others.count && zip(own, others).allSatisfy { $0.isCovered(by: $1) }
        default: self == other
        }
    }
}
