using IntegrationPortal.Browser.Tests.Accessibility;
using IntegrationPortal.Browser.Tests.Browsing;
using IntegrationPortal.Browser.Tests.Journeys;
using IntegrationPortal.Web.Tests.Testing;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace IntegrationPortal.Browser.Tests.Browsing;

/// <summary>Both walks over every page, then the journeys that wait for networks and deadlines.</summary>
public sealed class LongestFirst() : LongFirst(typeof(EveryPageInGermanTests), typeof(EveryPageInEnglishTests), typeof(CellarTests), typeof(StoryTests), typeof(KeyboardTests));
