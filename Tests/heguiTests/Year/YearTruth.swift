import Foundation

/// What is true of a drop, as its maker wrote it down.
struct YearTruth: Decodable {
    struct Unit: Decodable {
        struct Declared: Decodable {
            var registered_declared: Int
            var registered_rows: Int
        }

        var members: Int
        var registered: Int
        var kind: String
        var paired: Bool
        var bulletins: Int
        var declared: Declared
    }

    struct Person: Decodable {
        var due: String
        var registered: String?
        var late_days: Int?
        var claims: Int
        var community_activities: Int
        var paired_activities: Int
    }

    var as_of: String
    var units: [String: Unit]
    var people: [String: Person]
    var only_in_unit_list: [String]
    /// Those who share their name with another of their unit: rows without a number may be theirs.
    var namesakes: [String]?
    var communities_without_liaison: [String]

    init(file: URL) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
    }
}
