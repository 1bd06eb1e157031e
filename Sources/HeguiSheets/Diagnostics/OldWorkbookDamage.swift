internal import HeguiDiagnostics

/// What may be wrong with an old workbook as a whole.
enum OldWorkbookDamage {
    case headerWrong
    case chainEndless
    case sectorOutside
    case streamShort
    case directoryWrong
    case recordCut
    case recordsOverlap
    case sheetOutside

    var message: Message {
        switch self {
        case .headerWrong: Message(zh: "文件头不对", en: "its header is wrong")
        case .chainEndless: Message(zh: "扇区链首尾相接", en: "a chain of sectors has no end")
        case .sectorOutside:
            Message(zh: "有扇区不在文件内", en: "a sector is not in the file")
        case .streamShort: Message(zh: "内容比所写的短", en: "a stream is cut short")
        case .directoryWrong: Message(zh: "目录不对", en: "its directory is wrong")
        case .recordCut: Message(zh: "有记录不完整", en: "a record is cut short")
        case .recordsOverlap:
            Message(zh: "几张工作表用了同一段内容", en: "sheets overlap each other")
        case .sheetOutside:
            Message(zh: "有工作表的位置不对", en: "a sheet is not where it should be")
        }
    }
}
