namespace IntegrationPortal.Web.Data.Demo;

/// <summary>How many people live in the two complete towns and in each of the others.</summary>
public sealed record DemoSize(int InKrefeld, int InViersen, int Elsewhere)
{
    /// <summary>More than a thousand people; drawn in seconds.</summary>
    public static readonly DemoSize Whole = new(480, 420, 7);
}
