/// Which number format each cell style has.
final class Styles: MarkupHandler {
    private var custom: [Int: NumberFormat] = [:]
    private var formatIDs: [Int] = []
    private var isInCellFormats = false

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        switch name {
        case "numFmt":
            guard let id = attributes.value("numFmtId").flatMap({ Int($0) }),
                let code = attributes.value("formatCode")
            else { return }
            custom[id] = NumberFormat(code: code)
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            formatIDs.append(attributes.value("numFmtId").flatMap { Int($0) } ?? 0)
        default: break
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        if name == "cellXfs" { isInCellFormats = false }
    }

    /// The formats by style number, once the part is read.
    var formats: [NumberFormat] {
        formatIDs.map { custom[$0] ?? NumberFormat.builtIn($0) }
    }
}
