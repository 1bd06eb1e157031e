import HeguiCalendar
import HeguiDiagnostics
import Testing

@testable import HeguiSheets

@Suite("OpenDocument spreadsheets")
struct OpenDocumentReaderTests {
    /// A spreadsheet of one table; `styles` are the automatic ones of its content.
    private func document(
        _ rows: String, styles: String = "", before: String = "", table: String = ""
    ) -> String {
        "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:number='n' xmlns:style='s'>"
            + "<office:automatic-styles>\(styles)</office:automatic-styles><office:body>"
            + "<office:spreadsheet>\(before)<table:table table:name='甲' \(table)>\(rows)</table:table>"
            + "</office:spreadsheet></office:body></office:document-content>"
    }

    private func zip(_ content: String, _ others: [(String, String)] = []) -> [UInt8] {
        var zip = ZipBytes()
        zip.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
        for (name, text) in others { zip.add(name, Array(text.utf8)) }
        zip.add("content.xml", Array(content.utf8))
        return zip.bytes
    }

    private func cells(_ cells: String, styles: String = "") -> [RawCell] {
        read(zip(document("<table:table-row>\(cells)</table:table-row>", styles: styles)))
            .sheets.first?.rows.first?.cells ?? []
    }

    private func text(_ text: String) -> String {
        "<table:table-cell office:value-type='string'><text:p>\(text)</text:p></table:table-cell>"
    }

    @Test(
        "cells have the kind and the exact digits that the file says",
        arguments: [
            (
                "office:value-type='float' office:value='19900000003'", "1", RawCell.Kind.number,
                "19900000003"
            ),
            (
                "office:value-type='float' office:value='1.9900000003E+10'", "1", .number,
                "19900000003"
            ),
            (
                "office:value-type='float' office:value='0.30000000000000004'", "0.3", .number,
                "0.30000000000000004"
            ),
            ("office:value-type='percentage' office:value='0.95'", "95%", .number, "0.95"),
            (
                "office:value-type='currency' office:currency='CNY' office:value='-2.50'", "-2.5",
                .number, "-2.5"
            ),
            ("office:value-type='boolean' office:boolean-value='true'", "真", .bool, "TRUE"),
            (
                "office:value-type='float' office:value='0' table:formula='of:=FALSE()'", "FALSE",
                .bool, "FALSE"
            ),
            (
                "office:value-type='time' office:time-value='PT08H30M00S'", "8:30", .number,
                "0.354166666666667"
            ),
            ("office:value-type='time' office:time-value='PT36H00M00S'", "36:00", .number, "1.5"),
            ("office:value-type='string' office:string-value='乙'", "甲", .text, "乙"),
            (
                "office:value-type='string' office:string-value='' calcext:value-type='error' table:formula='of:=#N/A'",
                "#N/A", .error, "#N/A"
            ),
            (
                "office:value-type='float' office:value='0' table:formula='of:=1/0'", "#DIV/0!",
                .error, "#DIV/0!"
            ),
            (
                "office:value-type='float' office:value='0' table:formula='of:=A1:'", "Err:502",
                .error, "Err:502"
            ),
            ("office:value-type='float' office:value='x'", "x", .error, ""),
            ("office:value-type='date' office:date-value='2013-02-30'", "2013-02-30", .error, ""),
        ]
    )
    func kinds(attributes: String, shown: String, kind: RawCell.Kind, text: String) {
        let found = cells(
            "<table:table-cell \(attributes)><text:p>\(shown)</text:p></table:table-cell>")
        #expect(found.map(\.kind) == [kind])
        #expect(found.map(\.text) == [text])
    }

    @Test("a formula without a result is no empty cell; one whose result is empty is")
    func formulas() {
        let rows =
            "<table:table-row><table:table-cell table:formula='of:=A1'/>"
            + "<table:table-cell table:formula='of:=&quot;&quot;'><text:p/></table:table-cell></table:table-row>"
        let drop = read(zip(document(rows)))
        #expect(drop.codes == ["I0208"])
        #expect(drop.sheets.first?.rows.first?.cells.map(\.kind) == [.uncomputed])
    }

    @Test(
        "a day is shown as far as its style shows it",
        arguments: [
            ("<number:year/><number:month/><number:day/>", "2013-01-04", "2013-01-04", true),
            (
                "<number:month/><number:text>月</number:text><number:day/>", "2013-01-04",
                "2013-01-04", false
            ),
            (
                "<number:year/><number:text>年</number:text><number:month/>", "2013-01-04",
                "2013-01", true
            ),
            ("<number:year/>", "2013-01-04", "2013", true),
            (
                "<number:year/><number:month/><number:day/><number:hours/><number:minutes/>",
                "2013-01-04T08:30:00", "2013-01-04 08:30:00", true
            ),
            (
                "<number:year/><number:month/><number:day/><number:hours/>",
                "2013-01-04T23:59:59.9999", "2013-01-05 00:00:00", true
            ),
        ]
    )
    func dates(style: String, value: String, text: String, isYearShown: Bool) {
        let styles =
            "<number:date-style style:name='N1'>\(style)</number:date-style>"
            + "<style:style style:name='ce1' style:family='table-cell' style:parent-style-name='ce2'/>"
            + "<style:style style:name='ce2' style:family='table-cell' style:data-style-name='N1'/>"
        let found = cells(
            "<table:table-cell table:style-name='ce1' office:value-type='date' office:date-value='\(value)'/>",
            styles: styles)
        #expect(found.map(\.kind) == [.date])
        #expect(found.map(\.text) == [text])
        #expect(found.map(\.isYearShown) == [isYearShown])
    }

    @Test(
        "a style of several sections shows what its first one shows; one of a row or column counts where the cell has none"
    )
    func styles() {
        let styles =
            "<number:date-style style:name='P0'><number:month/><number:day/></number:date-style>"
            + "<number:text-style style:name='N1'><number:text-content/>"
            + "<style:map style:condition='value()>=0' style:apply-style-name='P0'/></number:text-style>"
            + "<style:style style:name='ce1' style:family='table-cell' style:data-style-name='N1'/>"
        let day = "<table:table-cell office:value-type='date' office:date-value='2013-01-04'/>"
        let columns =
            "<table:table-column table:number-columns-repeated='2'/><table:table-column table:default-cell-style-name='ce1'/>"
        let rows =
            "\(columns)<table:table-row>\(day)\(day)\(day)</table:table-row>"
            + "<table:table-row table:default-cell-style-name='ce1'>\(day)</table:table-row>"
        let sheet = read(zip(document(rows, styles: styles))).sheets.first
        #expect(sheet?.rows.map { $0.cells.map(\.isYearShown) } == [[true, true, false], [false]])
    }

    @Test("styles that all parts share count, and the automatic ones of pages do not")
    func commonStyles() {
        let common =
            "<office:document-styles xmlns:office='o' xmlns:style='s' xmlns:number='n'><office:styles>"
            + "<number:date-style style:name='N1'><number:month/><number:day/></number:date-style>"
            + "<style:style style:name='ce1' style:family='table-cell' style:data-style-name='N1'/></office:styles>"
            + "<office:automatic-styles><number:date-style style:name='N1'><number:year/></number:date-style></office:automatic-styles>"
            + "</office:document-styles>"
        let cell =
            "<table:table-cell table:style-name='ce1' office:value-type='date' office:date-value='2013-01-04'/>"
        let drop = read(
            zip(document("<table:table-row>\(cell)</table:table-row>"), [("styles.xml", common)]))
        #expect(drop.sheets.first?.rows.first?.cells.map(\.text) == ["2013-01-04"])
        #expect(drop.sheets.first?.rows.first?.cells.map(\.isYearShown) == [false])
    }

    @Test(
        "the text of a cell is its paragraphs, without comments, drawings and how it is read aloud")
    func texts() {
        let written =
            "<office:annotation><text:p>批注</text:p></office:annotation>"
            + "<text:p>甲<text:s text:c='2'/>乙<text:tab/><text:span>丙<text:line-break/></text:span>丁\n    戊</text:p>"
            + "<text:p><text:ruby><text:ruby-base>己</text:ruby-base><text:ruby-text>ji</text:ruby-text></text:ruby>"
            + "<draw:frame><draw:text-box><text:p>图</text:p></draw:text-box></draw:frame></text:p>"
        #expect(
            cells("<table:table-cell office:value-type='string'>\(written)</table:table-cell>").map(
                \.text)
                == ["甲  乙\t丙\n丁 戊\n己"])
    }

    @Test("blank cells and rows that are repeated cost nothing; repeated content stands everywhere")
    func repeated() {
        let rows =
            "<table:table-row table:number-rows-repeated='3'><table:table-cell table:number-columns-repeated='2' office:value-type='string'><text:p>同</text:p></table:table-cell></table:table-row>"
            + "<table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
            + "<table:table-row><table:table-cell table:number-columns-repeated='16383'/>\(text("远"))</table:table-row>"
            + "<table:table-row table:number-rows-repeated='99999999999999999999'><table:table-cell/></table:table-row>"
        let drop = read(zip(document(rows)))
        #expect(drop.codes == [])
        #expect(drop.sheets.first?.rows.map(\.number) == [1, 2, 3, 1_048_004])
        #expect(
            drop.sheets.first?.rows.map { $0.cells.map(\.column) } == [
                [1, 2], [1, 2], [1, 2], [16_384],
            ])
    }

    @Test(
        "what is repeated beyond the size of a sheet is refused",
        arguments: [
            ("<table:table-row table:number-rows-repeated='1048577'>%</table:table-row>", "I0110"),
            (
                "<table:table-row table:number-rows-repeated='1000000'>%%%%%%%%%%%</table:table-row>",
                "I0110"
            ),
            (
                "<table:table-row><table:table-cell table:number-columns-repeated='16384'/>%</table:table-row>",
                "I0109"
            ),
            (
                "<table:table-row><table:table-cell table:number-columns-repeated='20000' office:value-type='string'><text:p>x</text:p></table:table-cell></table:table-row>",
                "I0109"
            ),
            (
                "<table:table-row><table:table-cell office:value-type='string'><text:p><text:s text:c='999999999'/></text:p></table:table-cell></table:table-row>",
                "I0108"
            ),
        ]
    )
    func tooLarge(rows: String, code: String) {
        #expect(read(zip(document(rows.replacing("%", with: text("x"))))).codes == [code])
    }

    @Test("covered cells, spans, hidden tables, rows and groups of rows are told")
    func structure() {
        let rows =
            "<table:table-row><table:table-cell table:number-columns-spanned='2' table:number-rows-spanned='2' office:value-type='string'><text:p>合</text:p></table:table-cell><table:covered-table-cell/>\(text("右"))</table:table-row>"
            + "<table:table-row table:visibility='filter'><table:covered-table-cell table:number-columns-repeated='2'/>\(text("下"))</table:table-row>"
            + "<table:table-row-group table:display='false'><table:table-row>\(text("组"))</table:table-row></table:table-row-group>"
        let styles =
            "<style:style style:name='ta1' style:family='table'><style:table-properties table:display='false'/></style:style>"
        let drop = read(zip(document(rows, styles: styles, table: "table:style-name='ta1'")))
        #expect(drop.codes == ["I0209", "I0210"])
        let sheet = drop.sheets.first
        #expect(sheet?.state == .hidden)
        #expect(
            sheet?.merged.ranges == [
                MergedRange(firstRow: 1, firstColumn: 1, lastRow: 2, lastColumn: 2)
            ])
        #expect(sheet?.rows.map(\.isHidden) == [false, true, true])
        #expect(sheet?.cell(row: 2, column: 3)?.text == "下")
    }

    @Test("tables of changes, of links outside and of shapes are no tables of the document")
    func foreignTables() {
        let before =
            "<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>旧</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>"
            + "<table:dde-links><table:dde-link><table:table><table:table-row>\(text("外"))</table:table-row></table:table></table:dde-link></table:dde-links>"
        let rows =
            "<table:shapes><draw:frame><text:p>形</text:p></draw:frame></table:shapes><table:table-row>\(text("内"))</table:table-row>"
        let drop = read(zip(document(rows, before: before)))
        #expect(drop.sheets.map { $0.rows.flatMap(\.cells).map(\.text) } == [["内"]])
    }

    @Test("numbers that stand for days count from 1904 where the document says so")
    func dates1904() {
        let before =
            "<table:calculation-settings><table:null-date table:date-value='1904-01-01'/></table:calculation-settings>"
        let drop = read(
            zip(document("<table:table-row>\(text("x"))</table:table-row>", before: before)))
        #expect(drop.sheets.first?.isDated1904 == true)
    }

    @Test(
        "what is no spreadsheet, is encrypted, ours or damaged says so",
        arguments: [
            ("<office:text/>", "", "I0220"), ("<office:presentation/>", "", "I0005"),
            (
                "<office:spreadsheet/>",
                "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
                "I0007"
            ),
        ]
    )
    func others(body: String, manifest: String, code: String) {
        let content =
            "<office:document-content xmlns:office='o'><office:body>\(body)</office:body></office:document-content>"
        let parts =
            manifest.isEmpty
            ? [] : [("META-INF/manifest.xml", manifest.replacing("manifest:", with: ""))]
        let drop = read(zip(content, parts), name: "甲.ods")
        #expect(drop.codes == [code])
        #expect(drop.diagnostics.first?.help != nil)
    }

    @Test("the list of parts may have a document type, as OpenOffice wrote it")
    func oldManifest() {
        let manifest = "<!DOCTYPE manifest SYSTEM 'Manifest.dtd'><manifest/>"
        let content = document("<table:table-row>\(text("x"))</table:table-row>")
        #expect(read(zip(content, [("META-INF/manifest.xml", manifest)])).grid == [["x"]])
    }

    @Test("a marked copy that LibreOffice saved anew is no material")
    func own() {
        let meta =
            "<office:document-meta xmlns:office='o' xmlns:meta='m'><office:meta><meta:user-defined meta:name='hegui.report'>review</meta:user-defined></office:meta></office:document-meta>"
        let content = document("<table:table-row>\(text("x"))</table:table-row>")
        #expect(read(zip(content, [("meta.xml", meta)])).codes == ["I0021"])
        let flat =
            "<?xml version='1.0'?>"
            + content.replacing(
                "<office:automatic-styles>",
                with:
                    "<office:meta><meta:user-defined xmlns:meta='m' meta:name='hegui.report'/></office:meta><office:automatic-styles>"
            ).replacing(
                "xmlns:office='o'",
                with: "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'")
        #expect(read(flat, name: "a.fods").codes == ["I0021"])
    }

    @Test("links, document types and depth are refused as in workbooks")
    func hostile() {
        let good = document("<table:table-row>\(text("x"))</table:table-row>")
        #expect(read(zip("<!DOCTYPE a [<!ENTITY b 'c'>]>" + good)).codes == ["I0205"])
        #expect(
            read(
                zip(
                    document(
                        String(repeating: "<a>", count: 90) + String(repeating: "</a>", count: 90)))
            ).codes == ["I0206"])
        #expect(read(zip(String(good.dropLast(20)))).codes == ["I0204"])
    }
}
