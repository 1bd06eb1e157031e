/// Groups by what they are: units in one table, communities in another, and what is neither last.
struct GroupKinds {
    struct Kind {
        /// The singular of the dataset whose rows the groups are; nil for all that no other
        /// dataset is grouped under.
        let dataset: String?
        var groups: [GroupCount]
    }

    /// In the order of their first groups; none is empty.
    private(set) var all: [Kind] = []

    init(_ groups: [GroupCount], grouping: OutcomeGrouping) {
        for group in groups {
            let dataset = grouping.isHead(group.key) ? group.key.dataset : nil
            if let place = all.firstIndex(where: { $0.dataset == dataset }) {
                all[place].groups.append(group)
            } else {
                all.append(Kind(dataset: dataset, groups: [group]))
            }
        }
    }
}
