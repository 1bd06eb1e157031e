import HeguiCalendar
import HeguiSheets

/// A text document on A4 with the margins and page numbers of GB/T 9704—2012, 7.1 and 7.5.
struct WordDocument {
    let title: DataText
    let author: DataText
    /// The day that the file says it was made on.
    let day: Day
    /// What the document follows from, kept in its properties and shown nowhere.
    let properties: [(name: DataText, value: DataText)]
    let blocks: [WordBlock]

    /// Returns the file.
    ///
    /// - Throws: `IntakeFailure` where it cannot be packed.
    func bytes(_ redaction: Redaction) throws(IntakeFailure) -> [UInt8] {
        func part(_ name: String, _ write: (inout WordWriter) -> Void) -> ZipRewriter.Part {
            var writer = WordWriter(redaction: redaction)
            writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
            write(&writer)
            return ZipRewriter.Part(name: name, bytes: writer.xml)
        }
        return try ZipRewriter.archive(of: [
            part("[Content_Types].xml") { $0.write(Self.contentTypes) },
            part("_rels/.rels") { $0.write(Self.relationships) },
            part("docProps/core.xml") { writeCore(to: &$0, redaction) },
            part("docProps/custom.xml") { writeProperties(to: &$0, redaction) },
            part("word/document.xml") { write(to: &$0) },
            part("word/_rels/document.xml.rels") { $0.write(Self.documentRelationships) },
            part("word/settings.xml") { $0.write(Self.settings) },
            part("word/fontTable.xml") { $0.write(Self.fonts) },
            part("word/footer1.xml") { $0.write(Self.footer(side: "right")) },
            part("word/footer2.xml") { $0.write(Self.footer(side: "left")) },
        ])
    }

    /// Writes the part that holds the text.
    func write(to writer: inout WordWriter) {
        writer.write(
            """
            <w:document xmlns:w="\(Self.main)" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>

            """)
        writer.write(blocks)
        // 37 mm above, 28 mm left, text of 156 mm by 225 mm.
        writer.write(
            """
            <w:sectPr><w:footerReference w:type="default" r:id="rId3"/>\
            <w:footerReference w:type="even" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>\
            <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" \
            w:footer="1400" w:gutter="0"/></w:sectPr></w:body></w:document>
            """)
    }

    private func writeCore(to writer: inout WordWriter, _ redaction: Redaction) {
        let title = redaction.masked(title).visible.inXML
        let author = redaction.masked(author).visible.inXML
        let day = redaction.masked("\(day)").inXML
        writer.write(
            """
            <cp:coreProperties \
            xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>\(title)</dc:title>\
            <dc:creator>\(author)</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">\
            \(day)T00:00:00Z</dcterms:created></cp:coreProperties>
            """)
    }

    private func writeProperties(to writer: inout WordWriter, _ redaction: Redaction) {
        let space: MaskedText = "http://schemas.openxmlformats.org/officeDocument/2006"
        writer.write(
            """
            <Properties xmlns="\(space)/custom-properties" xmlns:vt="\(space)/docPropsVTypes">
            """)
        for (index, property) in properties.enumerated() {
            let name = redaction.masked(property.name).quotedInXML
            let value = redaction.masked(property.value).visible.inXML
            // The format of all custom properties, and the first number that one may have.
            writer.write(
                """
                <property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="\(index + 2)" \
                name=\(name)><vt:lpwstr>\(value)</vt:lpwstr></property>
                """)
        }
        writer.write("</Properties>")
    }
}
