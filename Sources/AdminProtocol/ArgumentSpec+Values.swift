extension ArgumentSpec {
    /// What the argument takes, as the end of a sentence.
    package var want: String {
        allowsEmpty ? type.want + ", or \"\" for none" : type.want
    }

    /// Whether the argument takes the raw value.
    package func accepts(_ value: String) -> Bool {
        value.isEmpty ? allowsEmpty : type.accepts(value)
    }
}
