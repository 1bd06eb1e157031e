/// Several requirements of which one or all must be met.
package struct Combination: Sendable {
    package enum Mode: String, CaseIterable, Sendable {
        case any = "any_of"
        case all = "all_of"
    }

    package struct Part: Sendable {
        /// As written, or its number from 1.
        package let id: String
        package let title: LocalizedText?
        package let requirement: Requirement

        package init(id: String, title: LocalizedText?, requirement: Requirement) {
            self.id = id
            self.title = title
            self.requirement = requirement
        }
    }

    package let mode: Mode
    package let parts: [Part]

    package init(mode: Mode, parts: [Part]) {
        self.mode = mode
        self.parts = parts
    }
}
