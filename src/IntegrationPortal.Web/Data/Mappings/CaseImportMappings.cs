using IntegrationPortal.Domain.Actors;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings;

public sealed class CaseImportMappings : IEntityTypeConfiguration<CaseImport>, IEntityTypeConfiguration<CaseImportRow>
{
    public void Configure(EntityTypeBuilder<CaseImport> builder)
    {
        builder.ToTable("case_import");
        builder.HasKey(i => new { i.TenantId, i.Id });
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Ignore(i => i.Fields);
        builder.Property(i => i.TemplateKey).HasMaxLength(30);
        builder.Property(i => i.Source).HasMaxLength(PersonFact.SourceLength);
        builder.Property<uint>("xmin").IsRowVersion();
        builder.HasOne<Actor>().WithMany().HasForeignKey(i => new { i.TenantId, i.ActorId });
        builder.HasIndex(i => new { i.TenantId, i.ActorId, i.UploadedAt });
        // The clock asks all day which ones run.
        builder.HasIndex(i => new { i.TenantId, i.State });
    }

    public void Configure(EntityTypeBuilder<CaseImportRow> builder)
    {
        builder.ToTable("case_import_row");
        builder.HasKey(r => new { r.TenantId, r.ImportId, r.Number });
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.HasOne<CaseImport>().WithMany().HasForeignKey(r => new { r.TenantId, r.ImportId });
        builder.HasIndex(r => new { r.TenantId, r.ImportId, r.State, r.Number });
    }
}
