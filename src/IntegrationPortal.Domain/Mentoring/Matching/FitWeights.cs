namespace IntegrationPortal.Domain.Mentoring.Matching;

/// <summary>
/// Points, chosen and not measured: talking to each other counts most, then what the help is for; waiting grows until it decides
/// between two who fit alike.
/// </summary>
public static class FitWeights
{
    public const int Language = 20;
    public const int HelpWith = 10;
    public const int Times = 6;
    public const int District = 12;
    public const int Free = 8;
    public const int WaitingWeek = 1;
    public const int MostWeeks = 12;
}
