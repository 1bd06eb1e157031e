/// What the sheets of a workbook share.
struct WorkbookContent {
    let strings: [String]
    /// By style number.
    let formats: [NumberFormat]
    let system: DateSystem
}
