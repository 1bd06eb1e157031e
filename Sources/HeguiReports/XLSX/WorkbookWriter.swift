import CXlsxWriter
import Glibc
import HeguiCalendar
import HeguiSheets

/// Why a workbook could not be written.
struct WorkbookFailure: Error, CustomStringConvertible {
    let description: String
}

/// A workbook in the making, over libxlsxwriter.
///
/// Rows go straight to a file of their own, so that a sheet is never held as a whole. The same
/// calls give the same bytes.
@safe final class WorkbookWriter {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let path: String
    private let font: String
    /// Hides personal numbers in every text.
    let redaction: Redaction
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
    private var names = SheetNames()
    private var isClosed = false

    /// - Parameters:
    ///   - title: what the file says of itself.
    ///   - day: the day that the file says it was made on.
    ///   - font: the name of the font of all cells.
    ///   - redaction: what is hidden in every text.
    /// - Throws: what keeps a temporary file from being made.
    init(
        title: DataText, madeOn day: Day, font: String, redaction: Redaction
    ) throws(WorkbookFailure) {
        path = try Self.temporaryPath()
        var options = unsafe lxw_workbook_options()
        unsafe options.constant_memory = 1
        guard let workbook = unsafe workbook_new_opt(path, &options) else {
            _ = unsafe unlink(path)
            throw WorkbookFailure(description: "libxlsxwriter gives no workbook")
        }
        unsafe self.workbook = workbook
        self.font = font
        self.redaction = redaction
        setProperties(title: redaction.masked(title).visible, day)
    }

    deinit {
        if !isClosed { unsafe lxw_workbook_free(workbook) }
        _ = unsafe unlink(path)
    }

    /// Adds a sheet; what no sheet's name may hold is left out of it.
    func addSheet(_ name: DataText) throws(WorkbookFailure) -> SheetWriter {
        let fit = redaction.masked(name).visible.changed { names.name(for: $0) }
        guard let sheet = unsafe workbook_add_worksheet(workbook, fit.string) else {
            throw WorkbookFailure(description: "libxlsxwriter gives no sheet")
        }
        return unsafe SheetWriter(sheet, name: fit, of: self)
    }

    /// Hands the finished file on.
    func finish(to stream: inout ReportStream) throws(WorkbookFailure) {
        isClosed = true
        let status = unsafe workbook_close(workbook)
        guard status == LXW_NO_ERROR else { throw Self.failure(status) }
        let file = unsafe open(path, O_RDONLY)
        guard file >= 0 else { throw WorkbookFailure(description: "the workbook is gone") }
        defer { close(file) }
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe read(file, &block, block.count)
            guard count >= 0 else { throw WorkbookFailure(description: "cannot read it back") }
            if count == 0 { return }
            stream.write(packed: block[..<count])
        }
    }

    /// Returns the library's form of a style, which it keeps until the end.
    func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        if let format = unsafe formats[style] { return unsafe format }
        guard let format = unsafe workbook_add_format(workbook) else { return nil }
        unsafe set(format, style)
        unsafe formats[style] = format
        return unsafe format
    }

    static func failure(_ status: lxw_error) -> WorkbookFailure {
        let text = unsafe lxw_strerror(status).map { unsafe String(cString: $0) }
        return WorkbookFailure(description: text ?? "libxlsxwriter fails")
    }

    private func set(_ format: UnsafeMutablePointer<lxw_format>, _ style: CellStyle) {
        unsafe format_set_font_name(format, font)
        unsafe format_set_font_size(format, style.size)
        if style.isBold { unsafe format_set_bold(format) }
        if style.isLink {
            unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
            unsafe format_set_font_color(format, 0x0B_57A4)
        }
        if let ink = style.ink { unsafe format_set_font_color(format, ink) }
        if let fill = style.fill { unsafe format_set_bg_color(format, fill) }
        if let code = style.numberFormat { unsafe format_set_num_format(format, code) }
        if style.isWrapped { unsafe format_set_text_wrap(format) }
        if style.hasBorder {
            unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            unsafe format_set_border_color(format, 0xBF_C7D0)
        }
        unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        let alignment =
            switch style.alignment {
            case .left: LXW_ALIGN_LEFT
            case .centre: LXW_ALIGN_CENTER
            case .right: LXW_ALIGN_RIGHT
            }
        unsafe format_set_align(format, UInt8(alignment.rawValue))
    }

    private func setProperties(title: MaskedText, _ day: Day) {
        let days = Day(year: 1970, month: 1, day: 1)?.days(until: day) ?? 0
        var properties = unsafe lxw_doc_properties()
        // Before 1970 the library would take the clock.
        unsafe properties.created = max(1, days * 86_400)
        let text = unsafe strdup(title.string)
        defer { unsafe free(text) }
        unsafe properties.title = unsafe text
        _ = unsafe workbook_set_properties(workbook, &properties)
        // By this the intake knows that the workbook is no material.
        _ = unsafe workbook_set_custom_property_string(workbook, "hegui.report", "review")
    }

    /// An empty file that only this process may read.
    private static func temporaryPath() throws(WorkbookFailure) -> String {
        let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var template = Array((folder + "/hegui-XXXXXX").utf8CString)
        let file = unsafe mkstemp(&template)
        guard file >= 0 else {
            throw WorkbookFailure(description: "no temporary file can be made in \(folder)")
        }
        close(file)
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
