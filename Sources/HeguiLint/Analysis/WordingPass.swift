import HeguiCalendar
import HeguiDiagnostics
import HeguiLoader
import HeguiPack
import HeguiReview

/// Rules whose force does not fit the wording of their clause (R0708, R0709).
struct WordingPass {
    let pack: Pack
    let context: LoadContext

    private static let soft = ["鼓励", "一般", "积极", "及时", "可"]
    private static let binding = ["应", "必须", "不得"]

    func run() {
        for rule in pack.rules {
            guard let clause = pack.clauses.first(where: { $0.id == rule.clause }) else { continue }
            let isSoft = Self.soft.contains { clause.modality.contains($0) }
            let isBinding = Self.binding.contains { clause.modality.contains($0) }
            let fits = isSoft ? !rule.obliges : rule.modality == .binding
            if isSoft != isBinding, !fits {
                context.report(.forceUnlikeWording(rule, clause, isSoft: isSoft))
            }
            if clause.modality.contains("及时"), rule.requirement.hasLiteralTerm {
                context.report(.figureForPromptly(rule, clause))
            }
        }
    }
}

extension Rule {
    /// Whether breaking it can be a mandatory finding; one to verify or a hint only advises.
    fileprivate var obliges: Bool {
        modality == .binding && ([level] + levelCases.map(\.level)).contains(.mandatory)
    }
}

extension Requirement {
    /// Whether a length or bound is written down rather than a parameter.
    fileprivate var hasLiteralTerm: Bool {
        parts.all.contains { part in
            switch (part.purpose, part.content) {
            case (.bound(.quantity), .number(.literal)): true
            case (.bound(.day), .length(.literal)): part.key != "grace"
            default: false
            }
        }
    }
}
