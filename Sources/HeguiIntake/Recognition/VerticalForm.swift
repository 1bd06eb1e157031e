internal import HeguiPack

/// A sheet that holds forms of one person each, with labels beside the values.
struct VerticalForm {
    let form: Form
    let hasTitle: Bool
    /// How many of the form's columns are there.
    let matched: Int
    /// The rows of each person's form, as indices into the sheet's rows.
    let people: [Range<Int>]
}
