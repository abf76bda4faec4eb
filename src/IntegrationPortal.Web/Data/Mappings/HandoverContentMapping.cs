using System.Text.Json;
using IntegrationPortal.Domain.Handovers;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class HandoverContentMapping : IEntityTypeConfiguration<HandoverContent>
{
    public void Configure(EntityTypeBuilder<HandoverContent> builder)
    {
        builder.ToTable("handover_content");
        builder.HasKey(c => new { c.TenantId, c.HandoverId });
        builder.Ignore(c => c.Category);
        builder.Property(c => c.Goal).HasMaxLength(HandoverContent.TextLength);
        builder.Property(c => c.Agreed).HasMaxLength(HandoverContent.TextLength);
        builder.Property(c => c.AgreedLanguage).HasMaxLength(10);
        builder.Property(c => c.Risks).HasMaxLength(HandoverContent.TextLength);
        builder.Property(c => c.AgeBand).HasMaxLength(10);
        builder.Property(c => c.ReasonText).HasMaxLength(HandoverContent.TextLength);
        builder.Property(c => c.Report).HasMaxLength(HandoverContent.TextLength);
        builder.PrimitiveCollection(c => c.Languages).HasColumnType("text[]");
        // Read and written whole, never searched.
        Json(builder.Property(c => c.Done));
        Json(builder.Property(c => c.Open));
        Json(builder.Property(c => c.Documents));
    }

    private static void Json<T>(PropertyBuilder<List<T>> property) => property.HasColumnType("jsonb").HasConversion(
        new ValueConverter<List<T>, string>(v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default), t => JsonSerializer.Deserialize<List<T>>(t, JsonSerializerOptions.Default)!),
        new ValueComparer<List<T>>((a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)), v => v.Count, v => v.ToList()));
}
