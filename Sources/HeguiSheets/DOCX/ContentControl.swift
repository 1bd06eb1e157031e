/// A content control of a document, and what its properties say of the text in it.
struct ContentControl {
    /// Whether its text only asks to be filled in.
    private(set) var isPlaceholder = false
    /// For a box to tick: whether it is, whatever sign shows it.
    private(set) var isChecked: Bool?
    /// Whether the sign for the box was written.
    var isWritten = false
    /// Whether the cell in it was given its day.
    var isDateTaken = false
    private var stamp: String?
    private var format: String?
    private var shown = ""

    /// Whether what stands in it is shown as its text.
    var showsText: Bool { !isPlaceholder && isChecked == nil }

    /// No date or entry is longer.
    private static let longest = 200

    /// Takes an element within the properties of the control.
    mutating func take(_ name: String, _ attributes: [MarkupAttribute], in parent: String?) {
        switch (name, parent) {
        case ("showingPlcHdr", "sdtPr"): isPlaceholder = attributes.isOn
        case ("checkbox", "sdtPr"): isChecked = isChecked ?? false
        case ("checked", "checkbox"): isChecked = attributes.isOn
        case ("date", "sdtPr"): stamp = attributes.value("fullDate")
        case ("dateFormat", "date"): format = attributes.value("val")
        default: break
        }
    }

    /// Notes a text that stands in the control.
    mutating func show(_ text: String) {
        if shown.utf8.count < Self.longest { shown += text.prefix(Self.longest) }
    }

    /// The day that was picked, with the text that stands for it.
    var date: (date: ControlDate, shown: String)? {
        isDateTaken
            ? nil
            : stamp.flatMap { ControlDate($0, format: format, shown: shown) }.map { ($0, shown) }
    }
}
