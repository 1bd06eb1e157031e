import HeguiDiagnostics
import HeguiEngine

/// How a subject is called in a line for people.
struct SubjectWords {
    let index: ReviewIndex
    let language: Language

    /// `name（id）`, or the name alone where it is the id too.
    func name(of subject: Outcome.Subject) -> String {
        let id = index.id(of: subject)
        guard !id.isEmpty, subject.id != subject.name else { return subject.name }
        guard !subject.name.isEmpty else { return id }
        return Message(zh: "\(subject.name)（\(id)）", en: "\(subject.name) (\(id))")
            .text(in: language)
    }

    /// The subject with its group before it, for lists that are not by group.
    func fullName(of subject: Outcome.Subject) -> String {
        [subject.groupName ?? subject.groupID, name(of: subject)].compactMap(\.self)
            .joined(separator: " ")
    }
}
