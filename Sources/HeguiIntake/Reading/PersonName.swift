/// A person's name in the form in which names are compared.
package struct PersonName: Hashable, Sendable {
    /// Without padding, with `·` between the parts of minority names.
    package var text: String
    /// What stood in brackets after the name: `预备`, `书记`.
    package var remark: String?

    package init(text: String, remark: String? = nil) {
        self.text = text
        self.remark = remark
    }
}
