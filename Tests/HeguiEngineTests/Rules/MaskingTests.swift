import HeguiPack
import Testing

@testable import HeguiReview

@Suite("Masking of personal columns")
struct MaskingTests {
    private func masking(_ column: String) throws -> Masking? {
        var sources = PolicySources.files
        sources["awards/best.yaml"] = nil
        sources["clauses.yaml"] = """
            clauses: [{ id: C1, quote: a, addressee: everyone, modality: none, kind: not-checkable, not_checkable: no }]
            """
        sources["data/people.yaml"] = """
            dataset: people
            singular: person
            title: { zh: 人, en: people }
            key: [person_id]
            register: [person_id]
            columns:
              person_id: { type: text }
              name: { type: name, personal: name }
              phone: { type: phone, personal: phone }
              paper: { type: id-number, personal: id }
              home: { type: text, personal: address }
            """
        let dataset = try #require(try PolicySources.load(sources).dataset("people"))
        return Masking(try #require(dataset.columns.first { $0.name == column }))
    }

    @Test(
        "what helps to find the cell is left of a number, and nothing of what is short",
        arguments: [
            ("phone", "19900000001", "199****0001"), ("phone", "12345678", "123****5678"),
            ("phone", "1234567", "****"), ("phone", "", "****"),
            ("paper", "33010619800101126X", "3****X"), ("paper", "330106800101123", "3****3"),
            ("paper", "12345678", "1****8"), ("paper", "1234567", "****"),
            ("home", "某路1号", "****"), ("home", "123456789012345678", "****"),
        ])
    func masked(column: String, text: String, expected: String) throws {
        #expect(try masking(column)?.masked(text) == expected)
    }

    @Test("names and what is not personal need none", arguments: ["name", "person_id"])
    func unmasked(column: String) throws {
        #expect(try masking(column) == nil)
    }
}
