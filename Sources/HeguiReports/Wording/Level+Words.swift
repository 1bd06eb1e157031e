import HeguiDiagnostics
import HeguiPack

extension Level {
    /// The level's name for people.
    func word(in language: Language) -> String {
        switch self {
        case .mandatory: Message(zh: "强制性", en: "mandatory").text(in: language)
        case .verify: Message(zh: "核实性", en: "to verify").text(in: language)
        case .hint: Message(zh: "提示", en: "hint").text(in: language)
        }
    }

    /// From the weightiest to the lightest, as reports list them.
    static var byWeight: [Level] { allCases.sorted(by: >) }
}
