package import HeguiDiagnostics

/// Why a drop or a file cannot be read into columns; the plain way reads it all the same.
package struct ColumnRefusal: Error, Hashable, Sendable {
    package let file: String?
    package let reason: Message

    /// There is little to gain.
    package static let smallDrop = ColumnRefusal(zh: "材料不大", en: "the drop is small")

    package init(file: String? = nil, zh: String, en: String) {
        self.file = file
        reason = Message(zh: zh, en: en)
    }
}
