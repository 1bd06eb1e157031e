import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// Reads tests/*.yaml: situations with what several rules and awards say of several rows.
struct CaseLoader {
    let situations: SituationLoader
    let rules: [Rule]
    let awards: [Award]
    /// The paths of all files: a rule that could not be read is not missing.
    let written: Set<String>

    private static let file = Message(zh: "用例文件", en: "a file of test cases")
    private static let what = Message(zh: "用例", en: "a test case")
    private static let expect = Message(zh: "预期 `expect`", en: "`expect`")

    private var context: LoadContext { situations.context }

    func load(_ root: Node) -> [TestCase] {
        guard var fields = Fields(root, Self.file, in: context) else { return [] }
        let cases = context.items(fields.required("cases"), Self.what).compactMap(testCase)
        fields.finish()
        return cases
    }

    private func testCase(_ node: Node) -> TestCase? {
        guard var fields = Fields(node, Self.what, in: context) else { return nil }
        let situation = situations.load(&fields)
        let expectNode = fields.required("expect")
        fields.finish()
        guard let situation, let expectNode,
            var expected = Fields(expectNode, Self.expect, in: context)
        else { return nil }
        let entries = expected.all()
        if entries.isEmpty { context.report(.expectationMissing(at: expectNode.span)) }
        return TestCase(
            situation: situation, checks: entries.flatMap { checks($0, situation) })
    }

    /// What one rule or award says, by the key or label of the row.
    private func checks(_ entry: Node.Entry, _ situation: Situation) -> [TestCase.Check] {
        guard let target = target(entry.key) else { return [] }
        guard var fields = Fields(entry.value, Self.subjects, in: context) else { return [] }
        let owner: ExpectationLoader.Owner =
            if case .rule = target { .rule } else { .award }
        let subjects = fields.all()
        if subjects.isEmpty { context.report(.expectationMissing(at: entry.value.span)) }
        return subjects.map { subject in
            let expectations = ExpectationLoader(context: context, owner: owner)
                .load(subject.value)
            return TestCase.Check(
                target: target,
                example: Example(
                    situation: situation, subject: subject.key.text,
                    expectations: expectations, span: subject.key.span))
        }
    }

    private static let subjects = Message(
        zh: "规则的预期（按对象）", en: "what is expected of a rule, by subject,")

    private func target(_ name: Scalar) -> TestCase.Target? {
        if rules.contains(where: { $0.id == name.text }) { return .rule(name.text) }
        if awards.contains(where: { $0.id == name.text }) { return .award(name.text) }
        if !written.contains(where: { $0.hasSuffix("/" + name.text + ".yaml") }) {
            let known = rules.map(\.id) + awards.map(\.id)
            context.report(.ruleOrAwardUnknown(name.text, among: known, at: name.span))
        }
        return nil
    }
}
