package import HeguiDiagnostics

/// The codes of everything that can be said about dropped files; each has a page in docs/codes.
package enum IntakeCode: String, DiagnosticCode {
    case pathUnreadable = "I0001"
    case pathRepeated = "I0002"
    case fileTooLarge = "I0003"
    case dropTooLarge = "I0004"
    case formatUnknown = "I0005"
    case workbookFormatUnsupported = "I0006"
    case passwordProtected = "I0007"
    case markupNotWorkbook = "I0008"
    case fileEmpty = "I0009"
    case fileCopied = "I0010"
    case nameMisleading = "I0011"
    case entryRefused = "I0012"
    case archiveTooDeep = "I0013"
    case packedTooMuch = "I0014"
    case entryDamaged = "I0015"
    case packingUnsupported = "I0016"
    case markupRead = "I0017"
    case pageDamaged = "I0018"
    case pageOfFrames = "I0019"
    case madeByHegui = "I0021"
    case filesLeftAside = "I0022"
    case linkLeavesDrop = "I0023"

    case encodingMixed = "I0101"
    case bytesUndecodable = "I0102"
    case nulByte = "I0103"
    case replacementCharacter = "I0104"
    case quoteUnbalanced = "I0105"
    case rowRagged = "I0106"
    case textAfterQuote = "I0107"
    case cellTooLong = "I0108"
    case tooManyColumns = "I0109"
    case tooManyRows = "I0110"
    case readAsBig5 = "I0111"
    case nationalSetOpen = "I0112"
    case textRepaired = "I0113"
    case textGarbled = "I0114"

    case archiveDamaged = "I0201"
    case partMissing = "I0202"
    case archiveTooLarge = "I0203"
    case markupMalformed = "I0204"
    case doctypeRefused = "I0205"
    case markupTooDeep = "I0206"
    case sharedStringMissing = "I0207"
    case formulaUncomputed = "I0208"
    case sheetHidden = "I0209"
    case rowsHidden = "I0210"
    case entryNameRefused = "I0211"
    case cellMisplaced = "I0212"
    case dateOutOfRange = "I0213"
    case numberMalformed = "I0214"
    case sheetWithoutCells = "I0215"
    case oldWorkbookDamaged = "I0216"
    case oldTextUndecodable = "I0217"
    case documentEmbedded = "I0224"
    case documentTextHidden = "I0225"
    case tableTypedWithTabs = "I0226"
    case tooManyTables = "I0227"
    case openDocumentText = "I0220"

    case statementFieldMissing = "I0301"
    case statementDayUnreadable = "I0302"
    case statementKeyUnknown = "I0303"
    case statementsNotAList = "I0304"
    case waiverEndsBeforeItBegins = "I0305"
    case notAWaiverFile = "I0306"
    case waiverNotInsertable = "I0307"
    case waiverRequested = "I0308"

    case tooManySheets = "I0401"
    case sheetNameTooLong = "I0402"
    case sheetRepeated = "I0403"
    case fileEndsReader = "I0404"
    case tooManyBlocks = "I0405"
}

extension Diagnostic {
    /// A diagnostic of this module; `zh` and `en` are the message.
    package init(
        _ code: IntakeCode,
        _ severity: Severity,
        at location: Location,
        zh: String,
        en: String,
        notes: [Message] = [],
        help: Message? = nil
    ) {
        self.init(
            code: code.rawValue,
            severity: severity,
            message: Message(zh: zh, en: en),
            at: location,
            notes: notes,
            help: help
        )
    }
}

extension Message {
    static let saveAsWorkbook = Message(
        zh: "用 WPS 或 Excel 打开，“另存为”.xlsx 后重新放入",
        en: "open it in WPS or Excel, save it as .xlsx and drop that file instead"
    )

    static let saveAsUTF8 = Message(
        zh: "用 WPS 或 Excel 打开原表，另存为“CSV UTF-8（逗号分隔）”或 .xlsx 后重新放入",
        en: "open the original table, save it as CSV UTF-8 or .xlsx and drop that file instead"
    )

    static let exportAgain = Message(
        zh: "文件可能在传输中损坏，请重新导出或重新拷贝",
        en: "the file may be damaged: export it or copy it again"
    )
}
