internal import HeguiDiagnostics

// What files are that hold no table that can be read, each with how to get one from it.
extension Message {
    /// What can be opened by those who write documents.
    static func document(_ zh: String, _ en: String) -> Message {
        Message(
            zh: "\(zh)，请用 Word 或 WPS 打开，另存为 .docx",
            en: "\(en): open it in Word or WPS and save it as .docx")
    }

    /// What was laid out for print, in which no cells are left.
    static func printed(_ zh: String, _ en: String) -> Message {
        Message(
            zh: "\(zh)，请向填表人要排版前的 .xlsx 或 .docx",
            en: "\(en): ask for the .xlsx or .docx that it was made from")
    }

    /// What shows writing without holding any.
    static func picture(_ zh: String, _ en: String) -> Message {
        Message(
            zh: "\(zh)，读不出文字，请向填表人要 .xlsx 或 .docx，没有的照着录入",
            en: "\(en) without text: ask for the .xlsx or .docx, or copy it into one")
    }
}
