namespace IntegrationPortal.Web.Presentation;

/// <summary>What the operator says about this installation: whether it is a demo, and who answers for it.</summary>
public sealed class PortalFace
{
    public const string Section = "Portal";

    /// <summary>The strip on every page says "Demo", because the persons are invented.</summary>
    public bool Demo { get; set; }

    /// <summary>Name of the authority that runs the installation; stands in the legal notice.</summary>
    public string? OperatorName { get; set => field = Said(value); }

    /// <summary>Postal address of the operator, one line per line.</summary>
    public string? OperatorAddress { get; set => field = Said(value); }

    public string? OperatorMail { get; set => field = Said(value); }

    public string? OperatorPhone { get; set => field = Said(value); }

    /// <summary>Mail address of the operator's data protection officer.</summary>
    public string? DataProtectionMail { get; set => field = Said(value); }

    /// <summary>Name, address and link of the arbitration body of the operator's state (Decision (EU) 2018/1523), one line per line.</summary>
    public string? ArbitrationBody { get; set => field = Said(value); }

    /// <summary>A variable that a container hands on without a value says nothing.</summary>
    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
