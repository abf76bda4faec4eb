namespace IntegrationPortal.Domain;

/// <summary>A named "no" of the business. The words for <paramref name="Code"/> stand in the resource files, German and English.</summary>
public sealed record Refusal(string Code, params object[] Args)
{
    /// <summary>Throws when the rule that was asked says no; the deed goes on otherwise.</summary>
    /// <exception cref="RefusedException">The rule said no.</exception>
    public static void If(Refusal? no)
    {
        if (no is not null)
            throw new RefusedException(no);
    }
}

/// <summary>A deed was refused by a rule; one filter answers with the rule's sentence.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
