import HeguiEngine
import HeguiPack
import HeguiReview

extension Plan {
    /// Takes an example's parameters.
    mutating func set(_ example: Example) {
        for index in pack.parameters.indices {
            if let value = example.situation.settings[pack.parameters[index].name] {
                pack.parameters[index].values = [Parameter.Dated(from: nil, value: value)]
            }
        }
    }
}
