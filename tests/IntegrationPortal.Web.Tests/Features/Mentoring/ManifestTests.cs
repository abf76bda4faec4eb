using System.Buffers.Binary;
using System.Text.Json;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>What a phone reads when the portal is put on its home screen.</summary>
public sealed class ManifestTests(PortalHost host)
{
    [Fact]
    public async Task Every_icon_is_there_in_the_size_it_promises_and_small()
    {
        using var client = new HttpClient { BaseAddress = host.Portal.Address };
        using var manifest = JsonDocument.Parse(await client.GetStringAsync("/mentoring.webmanifest"));
        var icons = manifest.RootElement.GetProperty("icons").EnumerateArray().Select(i => (
            Address: i.GetProperty("src").GetString()!, Size: i.GetProperty("sizes").GetString()!, Type: i.GetProperty("type").GetString()!, Purpose: i.GetProperty("purpose").GetString()!)).ToList();
        foreach (var size in new[] { 192, 512 })
            Assert.Contains(icons, i => i.Size == $"{size}x{size}" && i.Purpose.Contains("maskable", StringComparison.Ordinal));
        foreach (var (address, size, type, _) in icons)
        {
            using var answer = await client.GetAsync(address);
            Assert.Equal(type, answer.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType);
            var picture = await answer.Content.ReadAsByteArrayAsync();
            Assert.InRange(picture.Length, 100, 20_000);
            if (type == "image/png")
                Assert.Equal(size, $"{BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16))}x{BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20))}");
        }
    }
}
