import CEL
import FoundationEssentials
import Testing

@Suite("the example of the documentation") struct ExampleTests {
    @Test("it prints what it says")
    func example() {
        var environment = Environment()
        environment.add(.strings)
        environment.declare(variable: "total", as: .int)
        environment.declare(variable: "registered", as: .int)

        let text = "registered * 100 >= total * 95"
        do {
            let expression = try environment.compile(text)
            let program = environment.plan(expression, variables: ["total", "registered"])
            #expect(program.evaluate([.int(60), .int(57)]).quoted == "true")
            let explanation = """
                registered * 100 >= total * 95 (5600 >= 5700) is false
                  because registered * 100 (56 * 100) is 5600
                  because total * 95 (60 * 95) is 5700
                """
            #expect(program.trace([.int(60), .int(56)]).explanation == explanation)
        } catch {
            // Printed with carets under each mistake.
            Issue.record("\(error.rendered(in: text))")
        }
    }

    @Test("the documentation has the example that is tested")
    func sameExample() throws {
        let tested = String(
            decoding: try Data(contentsOf: URL(filePath: #filePath)), as: UTF8.self)
        let page = String(
            decoding: try Data(
                contentsOf: Fixtures.root.appending(path: "Sources/CEL/CEL.docc/CEL.md")),
            as: UTF8.self)
        let start = try #require(page.firstRange(of: "```swift\n")).upperBound
        let end = try #require(page[start...].firstRange(of: "```")).lowerBound
        var count = 0
        for line in page[start..<end].split(separator: "\n") {
            for part in line.split(separator: "//") {
                var code = part.trimming(while: \.isWhitespace)
                if code.hasPrefix("print("), code.hasSuffix(")") {
                    code = code.dropFirst("print(".count).dropLast()
                }
                #expect(tested.contains(code), "\(line)")
                count += 1
            }
        }
        #expect(count > 12)
    }
}

extension Substring {
    fileprivate func trimming(while isLeftOut: (Character) -> Bool) -> Substring {
        var rest = drop(while: isLeftOut)
        while let last = rest.last, isLeftOut(last) { rest.removeLast() }
        return rest
    }
}
