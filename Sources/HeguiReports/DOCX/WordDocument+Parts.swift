/// Parts that are the same in every document.
extension WordDocument {
    static let main: MaskedText = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    static let contentTypes: MaskedText = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/word/document.xml" ContentType="\(word)document.main+xml"/>\
        <Override PartName="/word/settings.xml" ContentType="\(word)settings+xml"/>\
        <Override PartName="/word/fontTable.xml" ContentType="\(word)fontTable+xml"/>\
        <Override PartName="/word/footer1.xml" ContentType="\(word)footer+xml"/>\
        <Override PartName="/word/footer2.xml" ContentType="\(word)footer+xml"/>\
        <Override PartName="/docProps/core.xml" \
        ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
        <Override PartName="/docProps/custom.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>
        """

    private static let word: MaskedText =
        "application/vnd.openxmlformats-officedocument.wordprocessingml."

    private static let office: MaskedText =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    private static let list: MaskedText =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

    static let relationships: MaskedText = """
        \(list)<Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
        <Relationship Id="rId2" \
        Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
        Target="docProps/core.xml"/>\
        <Relationship Id="rId3" Type="\(office)/custom-properties" Target="docProps/custom.xml"/>\
        </Relationships>
        """

    static let documentRelationships: MaskedText = """
        \(list)<Relationship Id="rId1" Type="\(office)/settings" Target="settings.xml"/>\
        <Relationship Id="rId2" Type="\(office)/fontTable" Target="fontTable.xml"/>\
        <Relationship Id="rId3" Type="\(office)/footer" Target="footer1.xml"/>\
        <Relationship Id="rId4" Type="\(office)/footer" Target="footer2.xml"/></Relationships>
        """

    static let settings: MaskedText = """
        <w:settings xmlns:w="\(main)"><w:evenAndOddHeaders/><w:characterSpacingControl \
        w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" \
        w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
        """

    /// What stands in for a font that a machine does not have.
    static let fonts: MaskedText = """
        <w:fonts xmlns:w="\(main)"><w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/></w:font>\
        <w:font w:name="仿宋"><w:altName w:val="仿宋_GB2312"/></w:font>\
        <w:font w:name="楷体"><w:altName w:val="楷体_GB2312"/></w:font>\
        <w:font w:name="黑体"><w:altName w:val="SimHei"/></w:font></w:fonts>
        """

    /// `— 1 —`, outside on either page.
    static func footer(side: MaskedText) -> MaskedText {
        let text: MaskedText = """
            <w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>
            """
        return """
            <w:ftr xmlns:w="\(main)"><w:p><w:pPr><w:ind w:leftChars="100" w:left="320" \
            w:rightChars="100" w:right="320"/><w:jc w:val="\(side)"/></w:pPr>\
            <w:r>\(text)<w:t xml:space="preserve">— </w:t></w:r>\
            <w:r>\(text)<w:fldChar w:fldCharType="begin"/></w:r>\
            <w:r>\(text)<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
            <w:r>\(text)<w:fldChar w:fldCharType="separate"/></w:r>\
            <w:r>\(text)<w:t>1</w:t></w:r><w:r>\(text)<w:fldChar w:fldCharType="end"/></w:r>\
            <w:r>\(text)<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>
            """
    }
}
