/// A language that messages are written in.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case chinese = "zh"
    case english = "en"
}
