using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Maps;

namespace IntegrationPortal.Web.Features.Start;

/// <summary>The public first page: what the portal is, and where it is in use.</summary>
public sealed record StartPage(bool IsDemo, HomeLink Home, PlaceMap Map, IReadOnlyList<StartState> States, IReadOnlyList<HandbookRow> GoodPractice)
{
    public int Municipalities => States.Sum(s => s.Municipalities.Count);
}

/// <summary>Where this visitor goes on.</summary>
public sealed record HomeLink(string Href, string Text);

/// <summary>The municipalities of one state.</summary>
public sealed record StartState(string Name, IReadOnlyList<StartMunicipality> Municipalities);

public sealed record StartMunicipality(string Key, string Name);
