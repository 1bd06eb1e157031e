/// What a cell's element held, before it is known what it means.
struct CellContent {
    var reference = CellReference.origin
    var type = "n"
    var style = 0
    var hasFormula = false
    var hasValue = false
    var value = CellText()
    var inline = CellText()
}
