import FoundationEssentials

/// The outcomes of a saved review: their verdicts, and the rest of each when it is asked for.
package struct SavedOutcomes: Sendable {
    /// In the order of the review.
    package let verdicts: [SavedVerdict]
    private let text: JSONText
    private let name: String
    private let starts: [Int]
    private let lengths: [Int32]

    /// Finds the outcomes in the array at `range` of the file `name`.
    ///
    /// - Throws: what is missing in one of them or not what it should be (S0004).
    /// - Complexity: linear in the text; the verdicts are held in memory.
    init(_ text: JSONText, at range: Range<Int>, name: String) throws(SavedReview.Failure) {
        var verdicts: [SavedVerdict] = []
        var starts: [Int] = []
        var lengths: [Int32] = []
        // Names of rules are many times the same.
        var rules: [String: String] = [:]
        let isArray = try text.forEachElement(of: range) {
            (range) throws(SavedReview.Failure) in
            guard var verdict = SavedVerdict(text, at: range) else {
                throw Self.failure(in: text, at: range, index: verdicts.count, name: name)
            }
            verdict.rule = rules[verdict.rule, default: verdict.rule]
            rules[verdict.rule] = verdict.rule
            verdicts.append(verdict)
            starts.append(range.lowerBound)
            lengths.append(Int32(clamping: range.count))
        }
        guard isArray else { throw SavedReview.missing("outcomes", name) }
        self.text = text
        self.name = name
        self.verdicts = verdicts
        self.starts = starts
        self.lengths = lengths
    }

    package var count: Int { verdicts.count }

    /// Returns an outcome with all that the review says of it.
    ///
    /// - Throws: what is missing in it or not what it should be (S0004).
    package func outcome(_ index: Int) throws(SavedReview.Failure) -> SavedOutcome {
        try SavedReview.decode(
            SavedOutcome.self, bytes(index), path: "outcomes[\(index)]", name: name)
    }

    /// Returns all outcomes, in order.
    package func all() throws(SavedReview.Failure) -> [SavedOutcome] {
        var all: [SavedOutcome] = []
        for index in verdicts.indices { all.append(try outcome(index)) }
        return all
    }

    /// Returns the text of an outcome.
    func bytes(_ index: Int) -> Data {
        text.content[starts[index]..<starts[index] + Int(lengths[index])]
    }

    private static func failure(
        in text: JSONText, at range: Range<Int>, index: Int, name: String
    ) -> SavedReview.Failure {
        let path = "outcomes[\(index)]"
        do throws(SavedReview.Failure) {
            _ = try SavedReview.decode(
                SavedOutcome.self, text.content[range], path: path, name: name)
            return SavedReview.missing(path, name)
        } catch {
            return error
        }
    }
}
