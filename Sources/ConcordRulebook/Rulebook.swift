/// The default policies of the canonical model: what a valid record is, and who owns its fields.
public enum Rulebook {}
