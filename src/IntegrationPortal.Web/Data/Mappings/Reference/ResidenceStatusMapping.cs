using IntegrationPortal.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPortal.Web.Data.Mappings.Reference;

public sealed class ResidenceStatusMapping : IEntityTypeConfiguration<ResidenceStatus>
{
    public void Configure(EntityTypeBuilder<ResidenceStatus> builder)
    {
        builder.ToTable("residence_status");
        builder.HasKey(s => new { s.Code, s.ValidFrom });
        builder.Property(s => s.Code).HasMaxLength(40);
    }
}
