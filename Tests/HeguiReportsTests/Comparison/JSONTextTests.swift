import FoundationEssentials
import Testing

@testable import HeguiReports

@Suite("Parts of a JSON text")
struct JSONTextTests {
    private func text(_ json: String) -> JSONText { JSONText(content: Data(json.utf8)) }

    @Test("brackets, commas and quotes within strings end nothing")
    func strings() throws {
        let text = text(#" {"a": "}],\"{", "b" : [1, "x\\", {"c": []}] , "d":null}  "#)
        let whole = try #require(text.whole)
        let members = try #require(text.members(of: whole))
        #expect(members.keys.sorted() == ["a", "b", "d"])
        #expect(members["a"].flatMap(text.string) == "}],\"{")
        #expect(try text.isNull(#require(members["d"])))
        var elements: [String] = []
        let isArray = try text.forEachElement(of: #require(members["b"])) {
            elements.append(String(decoding: text.content[$0], as: UTF8.self))
        }
        #expect(isArray && elements == ["1", #""x\\""#, #"{"c": []}"#])
    }

    @Test(
        "what is cut off or has something behind it is no whole value",
        arguments: ["", " ", "{", "[1", "{\"a\": \"b", "{} {}", "[1]]", "\"a\\\""])
    func broken(json: String) {
        #expect(text(json).whole == nil)
    }

    @Test(
        "an object without its commas or colons is none", arguments: ["{\"a\" 1}", "{a: 1}", "[1]"])
    func malformed(json: String) throws {
        let text = text(json)
        #expect(text.members(of: try #require(text.whole)) == nil)
    }

    @Test("lines are values one after another")
    func lines() throws {
        var lines: [String] = []
        let text = text("{\"a\": 1}\n\n[2]\r\n\"b\"")
        let isWhole = text.forEachValue {
            lines.append(String(decoding: text.content[$0], as: UTF8.self))
        }
        #expect(isWhole && lines == ["{\"a\": 1}", "[2]", "\"b\""])
        #expect(!self.text("{} {").forEachValue { _ in })
    }
}
