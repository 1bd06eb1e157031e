import HeguiDiagnostics
import HeguiLoader
package import HeguiPack

/// The rules that may break because rows are not there, by the annex that gives these rows.
package struct AbsenceSurvey {
    package struct Entry {
        package let annex: Annex
        /// The rules' ids, in the pack's order.
        package let rules: [String]
    }

    /// In the pack's order of annexes; those that nothing is concluded from are left out.
    package let entries: [Entry]

    package init(_ pack: Pack) {
        let rules = pack.rules.map {
            (id: $0.id, datasets: pack.datasets(neededBy: $0.requirement))
        }
        entries = pack.annexes.compactMap { annex in
            let own = rules.filter { !$0.datasets.isDisjoint(with: annex.datasets) }.map(\.id)
            return own.isEmpty ? nil : Entry(annex: annex, rules: own)
        }
    }
}

/// Annexes whose absence breaks rules and that nobody is expected to hand in (R0713).
struct AbsencePass {
    let pack: Pack
    let context: LoadContext

    func run() {
        for entry in AbsenceSurvey(pack).entries where entry.annex.expected == nil {
            context.report(.annexExpectedOfNobody(entry))
        }
    }
}

extension Diagnostic {
    fileprivate static func annexExpectedOfNobody(_ entry: AbsenceSurvey.Entry) -> Diagnostic {
        let shown = entry.rules.prefix(3)
        let (zh, en) = (shown.joined(separator: "、"), shown.joined(separator: ", "))
        let isAll = shown.count == entry.rules.count
        let count = entry.rules.count
        return Diagnostic(
            PackCode.annexExpectedOfNobody, .note, at: .text(entry.annex.span),
            zh: "\(count) 条规则由“\(entry.annex.title.text(in: .chinese))”里没有记录得出结论"
                + "（\(zh)\(isAll ? "" : " 等")），但没有声明由谁报送",
            en:
                "\(count) rule(s) conclude from rows that “\(entry.annex.title.text(in: .english))” "
                + "lacks (\(en)\(isAll ? "" : " …")), and nobody is expected to hand it in",
            help: Message(
                zh: "写明 `expected: { from: 数据集 }`，未收到时才会作无法判定",
                en: "say `expected: { from: DATASET }`, so that one that has not come is no absence"
            ))
    }
}

extension Pack {
    /// Returns the datasets whose rows, were there more of them, might let a requirement be met.
    fileprivate func datasets(neededBy requirement: Requirement) -> Set<String> {
        if case .combination(let form) = requirement {
            return form.parts.reduce(into: []) {
                $0.formUnion(self.datasets(neededBy: $1.requirement))
            }
        }
        var datasets = self.datasets(ofRelationsIn: requirement.expressions)
        if requirement.canLackRows {
            datasets.formUnion(requirement.parts.relations.map(\.dataset))
        }
        return datasets
    }
}

extension Requirement {
    /// Whether more rows could let it be met: what only has a ceiling they cannot help.
    fileprivate var canLackRows: Bool {
        switch self {
        case .quantity(let form):
            if case .tally = form.quantity { return form.bounds.all.contains(where: \.key.isFloor) }
            return true
        case .unique: return false
        case .expression, .deadline, .exists, .agrees, .sequence, .combination: return true
        }
    }
}
