import HeguiTables
import HeguiTestSupport
import Testing

@testable import HeguiIntake
@testable import HeguiSheets

/// Spreadsheets in markup with some of their characters, tags and numbers changed, or cut.
@Suite("Spreadsheets in markup that are damaged or made to harm")
struct MutatedMarkupTests {
    private static let loaded = Result { try TestPack.load() }

    private static let content = """
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:automatic-styles>\
        <number:date-style style:name="N1"><number:month/><number:day/></number:date-style>\
        <style:style style:name="ce1" style:family="table-cell" style:parent-style-name="ce1" style:data-style-name="N1"/>\
        <style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>\
        </office:automatic-styles><office:body><office:spreadsheet>\
        <table:table table:name="S1" table:style-name="ta1"><table:table-column table:number-columns-repeated="3"/>\
        <table:table-row table:number-rows-repeated="2" table:visibility="collapse">\
        <table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>编号</text:p></table:table-cell>\
        <table:covered-table-cell table:number-columns-repeated="2"/>\
        <table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="2013-01-04T08:30:00.5"><text:p>1月<text:s text:c="3"/>4日</text:p></table:table-cell>\
        <table:table-cell office:value-type="time" office:time-value="PT08H30M00S"/><table:table-cell office:value-type="float" office:value="41278.5"/>\
        </table:table-row></table:table></office:spreadsheet></office:body></office:document>
        """

    private static let sheet = """
        <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Styles>\
        <Style ss:ID="s1" ss:Parent="s1"><NumberFormat ss:Format="yyyy/m/d"/></Style></Styles><Worksheet ss:Name="S1"><Table>\
        <Column ss:Index="2" ss:Span="3" ss:StyleID="s1"/><Row ss:Index="2" ss:Span="1" ss:Hidden="1">\
        <Cell ss:Index="2" ss:MergeAcross="1" ss:MergeDown="2" ss:StyleID="s1"><Data ss:Type="DateTime">2013-01-04T08:30:00.000</Data></Cell>\
        <Cell ss:Formula="=A1"><Data ss:Type="Number">41278.5</Data></Cell></Row></Table>\
        <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>
        """

    private static let page = """
        <html><head><meta charset="gb2312"><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>S1</x:Name>\
        <x:WorksheetSource HRef="a.htm"/></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->\
        <style>.a {mso-number-format:"yyyy\\0022年\\0022"; display:none}</style></head><body><p>编号</p><table>\
        <thead><tr><th rowspan="2">编号<th colspan="3">姓名</thead><tr class="a" style='mso-number-format:"\\@";display:none'>\
        <td x:num="41278.5" class="a">2013<br>1&nbsp;4</td><td sdval="41278" sdnum="1033;0;YYYY">x<table><tr><td>1<td>2</table></td></tr></table></html>
        """

    private static let archive =
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"B\"\r\n\r\n--B\r\nContent-Type: text/css\r\n\r\n.a {mso-number-format:\"m/d\"}\r\n"
        + "--B\r\nContent-Location: a.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n"
        + page.replacing("=", with: "=3D")
        + "\r\n--B\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html\r\n\r\nPHRhYmxlPg==\r\n--B--\r\n"

    private static let samples = [content, sheet, page, archive]

    @Test("nothing ends the work", arguments: 0..<600 as Range<UInt64>)
    func mutated(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        var text = Self.samples[Int(seed) % Self.samples.count]
        for _ in 0...(numbers.next() % 4) { text = MutatedText.mutated(text, &numbers) }
        var bytes = Array(text.utf8)
        if numbers.next() % 5 == 0 {
            bytes.removeLast(Int(numbers.next() % UInt64(max(1, bytes.count))))
        }
        if seed % 8 == 0 {
            var zip = ZipBytes()
            zip.add("content.xml", bytes)
            bytes = zip.bytes
        }
        let drop = read(bytes, name: "m.xls")
        #expect(drop.files.count == 1)
        let tables = Intake(try Self.loaded.get()).read(drop)
        #expect(tables.files.count == 1)
    }

    @Test("the samples are read as they are", arguments: samples.indices)
    func pristine(index: Int) {
        let drop = read(Array(Self.samples[index].utf8), name: "m")
        #expect(!drop.sheets.isEmpty)
        #expect(drop.codes.allSatisfy { ["I0209", "I0210"].contains($0) }, "\(drop.codes)")
    }
}
