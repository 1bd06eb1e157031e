import HeguiDiagnostics
import HeguiPack
import HeguiYAML

/// A dataset as written, before its expressions can be checked.
struct DatasetDraft {
    struct ColumnDraft {
        var name: String
        var type: ColumnType
        var title: LocalizedText
        var isRequired: Bool
        var level: Level
        var aliases: [String]
        var personal: Column.Personal?
        var values: [Column.EnumValue]
        var synonyms: [Column.EnumValue]
        var reference: ReferenceDraft?
        var derived: Scalar?
        var otherwise: Scalar?
        var measure: Node?
        var decimals: Int?
        var span: Span
    }

    struct ReferenceDraft {
        var dataset: String
        var name: String?
        var inverse: String?
        var rollUp: [(name: Scalar, column: Scalar)]
        var span: Span
    }

    var name: String
    var singular: String
    var title: LocalizedText
    var key: [Scalar]
    var label: Scalar?
    var group: Scalar?
    var register: [Scalar]
    var identity: [(columns: [Scalar], certainty: Dataset.IdentityLevel.Certainty)]
    var columns: [ColumnDraft]
    var span: Span
}
