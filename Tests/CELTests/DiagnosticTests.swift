import CEL
import Testing

@Suite("diagnostics") struct DiagnosticTests {
    private static let golden = GoldenBlocks(file: "diagnostics.txt")

    private static func said(of text: String) -> String {
        var environment = Host.environment
        for library in Library.extensions { environment.add(library) }
        environment.nullOperands = .error
        do {
            let checked = try environment.compile(text)
            let program = environment.plan(checked, variables: ["member", "activity"])
            let value = program.evaluate([Host.member(), Host.member(isEmpty: true)])
            if case .error(let error) = value { return error.rendered(in: text) }
            return "no error: " + value.quoted
        } catch {
            return error.rendered(in: text)
        }
    }

    @Test("mistakes are shown where they are", arguments: golden.blocks)
    func mistakes(_ block: GoldenBlocks.Block) {
        #expect(Self.said(of: block.expression) == block.expected)
    }

    @Test("there are golden diagnostics") func presence() throws {
        #expect(Self.golden.blocks.count > 80)
        try Self.golden.record(Self.said)
    }
}
