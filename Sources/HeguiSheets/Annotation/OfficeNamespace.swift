/// The namespaces of a workbook, which strict and transitional ones name differently.
struct OfficeNamespace {
    let isStrict: Bool

    var relationships: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }

    var customProperties: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/customProperties"
            : "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    }

    /// The types of what custom properties hold.
    var propertyTypes: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes"
            : "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    }

    var sheets: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
            : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    }
}
