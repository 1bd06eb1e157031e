/// The names that sources of a form may use.
struct FormNames {
    var columns: [String]
    var heading: [String]
    var footer: [String]
}
