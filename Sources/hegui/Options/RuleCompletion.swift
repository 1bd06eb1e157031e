import ArgumentParser
import FoundationEssentials

/// Completes the name of a rule where the pack is named on the same line.
enum RuleCompletion {
    static let kind = CompletionKind.custom { words, _, _ in rules(of: words) }

    /// Returns the ids of the rules of the pack that `--rules` names among the words of a line; none
    /// where it names none.
    ///
    /// A rule's file is named after it, so nothing is read.
    static func rules(of words: [String]) -> [String] {
        guard let pack = pack(in: words) else { return [] }
        let files = try? FileManager.default.subpathsOfDirectory(atPath: pack + "/rules")
        let names = (files ?? []).compactMap { path -> String? in
            let name = path.split(separator: "/").last ?? ""
            guard name.hasSuffix(".yaml"), !name.hasPrefix(".") else { return nil }
            return String(name.dropLast(".yaml".count))
        }
        return names.sorted()
    }

    private static func pack(in words: [String]) -> String? {
        let option = "--rules"
        if let joined = words.last(where: { $0.hasPrefix(option + "=") }) {
            return String(joined.dropFirst(option.count + 1))
        }
        guard let place = words.lastIndex(of: option) else { return nil }
        return words.dropFirst(place + 1).first
    }
}
