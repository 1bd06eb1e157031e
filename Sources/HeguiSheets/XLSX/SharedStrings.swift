internal import HeguiDiagnostics

/// The texts that cells refer to by number.
final class SharedStrings: MarkupHandler {
    private(set) var texts: [String] = []
    private let file: String
    private let limits: IntakeLimits
    private var current = CellText()
    private var isInText = false
    /// Depth of phonetic runs, which say how a text is read aloud and are no part of it.
    private var phonetic = 0

    init(file: String, limits: IntakeLimits) {
        self.file = file
        self.limits = limits
    }

    func start(_ name: String, _ attributes: [MarkupAttribute]) throws(IntakeFailure) {
        switch name {
        case "si": current = CellText()
        case "rPh": phonetic += 1
        case "t": isInText = phonetic == 0
        default: break
        }
    }

    func end(_ name: String) throws(IntakeFailure) {
        switch name {
        case "t": isInText = false
        case "rPh": phonetic -= 1
        case "si":
            guard !current.isTooLong else {
                // Which cell refers to the text is not known yet.
                let address = CellAddress(file: file, row: 1)
                throw IntakeFailure(.cellTooLong(address, limit: limits.cellLength))
            }
            guard texts.count < limits.cells else {
                let address = CellAddress(file: file, row: 1)
                throw IntakeFailure(.tooManyRows(address, limit: limits.rows))
            }
            texts.append(current.unescaped)
        default: break
        }
    }

    func text(_ piece: String) throws(IntakeFailure) {
        if isInText { current.append(piece, limit: limits.cellLength) }
    }
}
