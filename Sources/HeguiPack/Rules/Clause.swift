package import HeguiDiagnostics

/// A normative sentence of the source document and how it is checked.
package struct Clause: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case check
        case parameterCheck = "parameter-check"
        case crossRegister = "cross-register"
        case evidence, gate, definition
        case notCheckable = "not-checkable"
    }

    package enum Addressee: String, CaseIterable, Sendable {
        case district, unit, branch, community, member, everyone
    }

    package let id: String
    package let section: String?
    package let quote: String
    /// Whether the sentence is not in the document but follows from it.
    package let isDerived: Bool
    package let addressee: Addressee
    package let modality: String
    package let kind: Kind
    package let reading: LocalizedText?
    package let alternatives: [LocalizedText]
    package let rules: [String]
    package let awards: [String]
    package let evidence: LocalizedText?
    package let definition: LocalizedText?
    package let notCheckable: LocalizedText?
    package let span: Span

    package init(
        id: String, section: String?, quote: String, isDerived: Bool, addressee: Addressee,
        modality: String, kind: Kind, reading: LocalizedText?, alternatives: [LocalizedText],
        rules: [String], awards: [String], evidence: LocalizedText?, definition: LocalizedText?,
        notCheckable: LocalizedText?, span: Span
    ) {
        self.id = id
        self.section = section
        self.quote = quote
        self.isDerived = isDerived
        self.addressee = addressee
        self.modality = modality
        self.kind = kind
        self.reading = reading
        self.alternatives = alternatives
        self.rules = rules
        self.awards = awards
        self.evidence = evidence
        self.definition = definition
        self.notCheckable = notCheckable
        self.span = span
    }
}
