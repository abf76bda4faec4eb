namespace IntegrationPortal.Domain.Persons;

/// <summary>The four entries of the register of civil status (code list "Geschlecht" of XPersonenstand: w, m, d, x).</summary>
public enum Sex
{
    Female,
    Male,
    Diverse,

    /// <summary>The register has no entry, which is an entry of its own (PStG § 22 Abs. 3).</summary>
    NotStated,
}
